package io.mallhub.faults;

import static org.awaitility.Awaitility.await;

import io.mallhub.story.RunningMall;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's shop once its pharmacy may order and the ERP's goods have arrived. */
public final class DemoShop {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int PLENTY = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> products;
    private final Map<String, Double> prices;

    private DemoShop(Map<String, Double> prices) {
        this.products = List.copyOf(prices.keySet());
        this.prices = prices;
    }

    public static DemoShop awaitOpen(RunningMall mall) {
        Map<String, Double> found = new LinkedHashMap<>();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            found.putAll(plentiful(mall.storefront()));
                            return found.size() >= 5;
                        });
        return new DemoShop(found);
    }

    /** Codes of products that are priced and in good stock. */
    public List<String> products() {
        return products;
    }

    /** Code of a product whose list price is above this. */
    public String dearerThan(double price) {
        return prices.entrySet().stream()
                .filter(entry -> entry.getValue() > price)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> plentiful(URI mall) {
        Optional<ApiBuyer.Answer> answer =
                new ApiBuyer("pharmacy", "mallhub-demo").get(mall, "/api/products?size=200");
        Map<String, Double> codes = new LinkedHashMap<>();
        if (answer.isPresent() && answer.get().status() == 200) {
            for (JsonNode product : JSON.readTree(answer.get().body()).path("items")) {
                boolean priced = product.path("price").isString();
                if (priced
                        && product.path("sellable").asDouble() >= PLENTY
                        && product.path("minimum").asInt() == 1) {
                    codes.put(
                            product.path("code").asString(),
                            Double.valueOf(product.path("price").asString()));
                }
            }
        }
        return codes;
    }
}
