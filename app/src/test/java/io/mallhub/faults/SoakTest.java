package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Minutes in which one thing after the other breaks, while buyers order at two nodes and the ERP's
 * staff work. At the end nothing is lost or twice, and both sides are equal.
 *
 * <p>Bounded: {@code -Dmallhub.soak.minutes}, 10 unless told, for each protocol. What is drawn by
 * chance is drawn from {@code -Dmallhub.soak.seed}, which is printed.
 */
@Tag("slow")
class SoakTest {
    private static final Duration LENGTH =
            Duration.ofMinutes(Long.getLong("mallhub.soak.minutes", 10));
    private static final long SEED =
            Long.getLong("mallhub.soak.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource
    void nothingIsLostAndBothSidesAreEqualWhateverBreaks(Protocol protocol, @TempDir Path folder) {
        List<String> options = new ArrayList<>(List.of(FaultTest.HASTE));
        options.add("--mallhub.erp.unknown-outcome.most-sends=20"); // nobody is there to decide
        options.add("--mallhub.flows.clock-jump=90s"); // in proportion to the jumps of the ERP's
        try (TwoNodes nodes = TwoNodes.start(folder, options)) {
            Erp erp = new Erp(nodes.first().erp());
            erp.acceptByItself();
            DemoShop shop = DemoShop.awaitOpen(nodes.first());
            protocol.takeOver(nodes.first());
            BothSides sides = new BothSides(nodes.first());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sides.differences(List.of())).isEmpty());
            new HubData(nodes.first()).creditLimit("pharmacy", 1_000_000);
            erp.forgetCommits();

            OrdersUnderFire orders = new OrdersUnderFire("soak-" + SEED, shop.products());
            SalesDesk sales =
                    new SalesDesk(nodes, new HubData(nodes.first()).customersOfBothSides(), SEED);
            ErpStaff people = new ErpStaff(nodes, erp, shop.products(), SEED);
            Mishaps mishaps = Mishaps.begin(nodes, erp, SEED);
            try (mishaps;
                    Steadily buyers = Steadily.every(Duration.ofMillis(1500));
                    Steadily staff = Steadily.every(Duration.ofSeconds(2));
                    Steadily desk = Steadily.every(Duration.ofSeconds(3))) {
                Random random = new Random(SEED);
                buyers.begin(() -> orders.order(nodes.shops().get(random.nextInt(2)), 2));
                staff.begin(people::work);
                desk.begin(sales::work);
                Steadily.allLast(LENGTH, buyers, staff, desk);
            }
            erp.heal();

            orders.repeatUnanswered(nodes.first().storefront());
            Verdict verdict = orders.drained(erp);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(sides.differences(orders.acknowledged())).isEmpty());
            mishaps.happened()
                    .forEach((what, times) -> System.out.printf("soak: %d x %s%n", times, what));
            verdict.print(
                    "soak",
                    "%s, %d min, seed %d, %d edits in the ERP, %d in the mall"
                            .formatted(
                                    protocol,
                                    LENGTH.toMinutes(),
                                    SEED,
                                    people.edits(),
                                    sales.edits()));
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
            assertThat(people.edits()).isPositive();
            assertThat(sales.edits()).isPositive();
        }
    }
}
