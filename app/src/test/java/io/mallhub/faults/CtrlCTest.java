package io.mallhub.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class CtrlCTest extends FaultTest {
    @Test
    void ctrlCEndsTheHubWithAllItsPartsAndTheNextStartGoesOn() {
        OrdersUnderFire orders = orders("ctrl-c");
        orders.order(mall().storefront(), 3);
        List<ProcessHandle> parts = mall().children();

        mall().interrupt();
        mall().awaitEnd();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> parts.stream().noneMatch(ProcessHandle::isAlive));
        start();
        assertClean("–", "Ctrl-C with orders on their way", orders);
    }
}
