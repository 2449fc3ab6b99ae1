package io.mallhub.faults;

import static org.awaitility.Awaitility.await;

import io.mallhub.story.RunningMall;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's shop once its pharmacy may order and the ERP's goods have arrived. */
final class DemoShop {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int PLENTY = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> products;

    private DemoShop(List<String> products) {
        this.products = products;
    }

    static DemoShop awaitOpen(RunningMall mall) {
        List<String> found = new ArrayList<>();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            found.addAll(plentiful(mall.storefront()));
                            return found.size() >= 5;
                        });
        return new DemoShop(found);
    }

    /** Codes of products that are priced and in good stock. */
    List<String> products() {
        return products;
    }

    private static List<String> plentiful(URI mall) {
        Optional<ApiBuyer.Answer> answer =
                new ApiBuyer("pharmacy", "mallhub-demo").get(mall, "/api/products?size=200");
        List<String> codes = new ArrayList<>();
        if (answer.isPresent() && answer.get().status() == 200) {
            for (JsonNode product : JSON.readTree(answer.get().body()).path("items")) {
                boolean priced = product.path("price").isString();
                if (priced
                        && product.path("sellable").asDouble() >= PLENTY
                        && product.path("minimum").asInt() == 1) {
                    codes.add(product.path("code").asString());
                }
            }
        }
        return codes;
    }
}
