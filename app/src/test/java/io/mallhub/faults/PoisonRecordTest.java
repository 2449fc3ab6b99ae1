package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that cannot be applied, made so in the ERP's own data, among others that can. */
class PoisonRecordTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String NEW = "JK.99.999001";
    private static final String PRODUCTS = "erp-product-in";
    private static final String STOCK = "erp-stock-in";

    @AfterEach
    void theStockFlowsAgain() {
        stockFlow("resume");
    }

    @Test
    void aPoisonRecordWaitsInQuarantineWhileTheOthersFlowAndIsAppliedOnce() {
        String poison = shop().products().get(2);
        List<String> neighbours = shop().products().subList(3, 8);
        Set<String> bystanders = new HashSet<>(shop().products());
        bystanders.removeAll(neighbours);
        bystanders.remove(poison);
        Map<String, BigDecimal> before = prices(shop().products());
        ErpData data = new ErpData(mall());

        data.price(neighbours, price -> price.add(BigDecimal.ONE));
        data.price(List.of(poison), _ -> BigDecimal.ZERO);
        data.newItem(NEW, poison, BigDecimal.ZERO, 40);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(prices(neighbours))
                                        .isEqualTo(plusOne(neighbours, before)));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                hub.quarantined(PRODUCTS, poison, "OPEN") == 1
                                        && hub.quarantined(PRODUCTS, NEW, "OPEN") == 1
                                        && hub.quarantined(STOCK, NEW, "OPEN") == 1);
        assertThat(prices(List.of(poison)).get(poison)).isEqualByComparingTo(before.get(poison));
        replay(hub.quarantineId(PRODUCTS, poison));
        assertThat(hub.quarantined(PRODUCTS, poison, "OPEN")).as("still bad").isEqualTo(1);

        // The flow reads the stock again as soon as it knows the product: it might be quicker.
        stockFlow("pause");
        data.price(List.of(poison, NEW), _ -> before.get(poison).add(BigDecimal.ONE));

        await().atMost(PATIENCE).until(() -> hub.quarantined(PRODUCTS, NEW, "SUPERSEDED") == 1);
        long waiting = hub.quarantineId(STOCK, NEW);
        Stream.generate(() -> waiting).limit(6).parallel().forEach(PoisonRecordTest::replay);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                hub.quarantined(STOCK, NEW, "APPLIED") == 1
                                        && hub.quarantined(PRODUCTS, poison, "SUPERSEDED") == 1);

        Verdict verdict = verdict(poison, neighbours, bystanders, before);
        verdict.print("40", "2 poison products and a stock record among 5 good ones");
        assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
        assertThat(hub.replaysOf(NEW)).as("replays that were applied").isEqualTo(1);
    }

    /** What the ERP changed against what the shop shows, and against what it showed before. */
    private static Verdict verdict(
            String poison,
            List<String> neighbours,
            Set<String> bystanders,
            Map<String, BigDecimal> before) {
        List<String> changed = Stream.concat(Stream.of(poison), neighbours.stream()).toList();
        Map<String, BigDecimal> wanted = plusOne(changed, before);
        Set<String> lost = differing(prices(changed), wanted);
        long stock = hub.onHand(NEW);
        if (stock == 0) {
            lost.add(NEW);
        }
        return new Verdict(
                changed.size() + 2,
                changed.size() + 2,
                changed.size() + 2 - lost.size(),
                lost,
                stock > 40 ? Set.of(NEW) : Set.of(),
                differing(prices(bystanders), before));
    }

    private static Set<String> differing(
            Map<String, BigDecimal> found, Map<String, BigDecimal> wanted) {
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(wanted.get(entry.getKey())) != 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, BigDecimal> plusOne(
            List<String> products, Map<String, BigDecimal> before) {
        return sorted(products, code -> before.get(code).add(BigDecimal.ONE));
    }

    private static Map<String, BigDecimal> prices(Iterable<String> products) {
        return sorted(products, code -> shop().price(mall(), code));
    }

    private static Map<String, BigDecimal> sorted(
            Iterable<String> products, Function<String, BigDecimal> price) {
        Map<String, BigDecimal> prices = new TreeMap<>();
        products.forEach(code -> prices.put(code, price.apply(code).stripTrailingZeros()));
        return prices;
    }

    private static void stockFlow(String act) {
        String connection = Protocol.ofThisRun().page();
        Clerk.signIn(mall().console(), "integration", "mallhub-demo")
                .submit(
                        connection,
                        connection + "/flows/" + STOCK + "/" + act,
                        Map.of("reason", "replayed by hand"));
    }

    private static void replay(long id) {
        Clerk.signIn(mall().console(), "integration", "mallhub-demo")
                .submit(
                        "/integration/quarantine",
                        "/integration/quarantine/" + id + "/replay",
                        Map.of());
    }
}
