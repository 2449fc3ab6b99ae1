package io.mallhub.faults;

import static org.awaitility.Awaitility.await;

import io.mallhub.story.RunningMall;
import java.math.BigDecimal;
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
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final int PLENTY = 200;
    private static final double CHEAP = 60;
    private static final JsonMapper JSON = new JsonMapper();
    private static final ApiBuyer BUYER = new ApiBuyer("pharmacy", "mallhub-demo");

    private final List<String> products;
    private final Map<String, Double> prices;

    private DemoShop(Map<String, Double> prices) {
        this.products =
                prices.entrySet().stream()
                        .filter(entry -> entry.getValue() < CHEAP)
                        .map(Map.Entry::getKey)
                        .toList();
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

    /** Codes of cheap products in good stock: many orders of them stay within the credit limit. */
    public List<String> products() {
        return products;
    }

    /** What the shop would sell of the product now. */
    public BigDecimal sellable(RunningMall mall, String product) {
        ApiBuyer.Answer answer =
                BUYER.get(mall.storefront(), "/api/products/" + product).orElseThrow();
        return new BigDecimal(JSON.readTree(answer.body()).path("sellable").asString());
    }

    /** What the pharmacy pays for one unit now. */
    public BigDecimal price(RunningMall mall, String product) {
        ApiBuyer.Answer answer =
                BUYER.get(mall.storefront(), "/api/products/" + product).orElseThrow();
        return new BigDecimal(JSON.readTree(answer.body()).path("price").asString());
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
        Optional<ApiBuyer.Answer> answer = BUYER.get(mall, "/api/products?size=200");
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
