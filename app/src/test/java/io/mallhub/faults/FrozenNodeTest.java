package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node stands still while it sends, for longer than its leases last, and then goes on. */
@Tag("slow")
class FrozenNodeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Of each kind of job a node takes no more: twice as many orders in doubt are both nodes'. */
    private static final int JOBS_OF_A_NODE = 2;

    @Test
    void whatAFrozenNodeWasSendingIsTakenOverAndItsLateWordIsRefused(@TempDir Path folder) {
        List<String> options = new ArrayList<>(List.of(FaultTest.HASTE));
        options.add("--mallhub.zeebe.in-flight-per-type=" + JOBS_OF_A_NODE);
        try (TwoNodes nodes = TwoNodes.start(folder, options)) {
            Erp erp = new Erp(nodes.first().erp());
            erp.acceptByItself();
            DemoShop shop = DemoShop.awaitOpen(nodes.first());
            Protocol.ofThisRun().takeOver(nodes.first());
            HubData hub = new HubData(nodes.first());
            erp.forgetCommits();
            OrdersUnderFire orders = new OrdersUnderFire("frozen-node", shop.products());
            erp.slowDown("CREATE_ORDER", Duration.ofSeconds(6));
            orders.order(nodes.first().storefront(), 8);
            await().atMost(PATIENCE).until(() -> hub.inDoubt() == 2 * JOBS_OF_A_NODE);

            nodes.second().freeze();
            erp.heal();
            await().atMost(PATIENCE).until(() -> hub.arrived(orders.acknowledged()) == 8);
            nodes.second().thaw();
            orders.order(nodes.second().storefront(), 4);

            orders.repeatUnanswered(nodes.second().storefront());
            Verdict verdict = orders.drained(erp);
            verdict.print("43", "a node frozen beyond its leases, " + Protocol.ofThisRun());
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
        }
    }
}
