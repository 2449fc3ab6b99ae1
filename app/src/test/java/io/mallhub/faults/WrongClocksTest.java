package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.story.RunningMall;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 19 and 20: an ERP whose clock is wrong, and a hub on a machine in another zone. */
@Tag("slow")
class WrongClocksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @ParameterizedTest
    @CsvSource({"PT10M, America/St_Johns", "PT-10M, Pacific/Apia"})
    void bothSidesEndEqualWhateverTheClocksSay(
            Duration erpAhead, String zone, @TempDir Path folder) {
        Map<String, String> machine =
                Map.of("TZ", zone, "SIMULATOR_CLOCKSKEW", erpAhead.toString());
        try (RunningMall mall = RunningMall.startWith(machine, folder, FaultTest.HASTE)) {
            Erp erp = new Erp(mall.erp());
            erp.acceptByItself();
            DemoShop shop = DemoShop.awaitOpen(mall);
            Protocol.ofThisRun().takeOver(mall);
            BothSides sides = new BothSides(mall);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sides.differences(List.of())).isEmpty());
            erp.forgetCommits();
            OrdersUnderFire orders = new OrdersUnderFire("clocks", shop.products());

            orders.order(mall.storefront(), 6);
            for (String product : shop.products().subList(0, 3)) {
                erp.price(product, erp.price(product).add(BigDecimal.ONE));
                erp.receive(product, 25);
            }
            orders.repeatUnanswered(mall.storefront());
            Verdict verdict = orders.drained(erp);
            orders.acknowledged().forEach(number -> erp.ship(erp.newestNumberOf(number)));

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(sides.differences(orders.acknowledged())).isEmpty());
            verdict.print(
                    "19, 20",
                    "the ERP's clock %s, the machine in %s, %s"
                            .formatted(erpAhead, zone, Protocol.ofThisRun()));
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
        }
    }
}
