package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of the hub; each test first makes sure of the instant at which it strikes. */
@Tag("slow")
class KilledHubTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** The doubt is written down, nothing has arrived, and nothing ever will of these requests. */
    @Test
    void anOrderThatNeverReachedTheErpIsSentAfterTheRestart() {
        OrdersUnderFire orders = orders("before-send");
        erp.slowDown("CREATE_ORDER", Duration.ofSeconds(6));
        erp.breakSometimes("CREATE_ORDER", "DROP_BEFORE_COMMIT", 1.0);
        orders.order(mall().storefront(), 6);
        await().atMost(PATIENCE).until(() -> hub.inDoubt() >= 1);

        mall().kill();
        assertThat(erp.committedOrders()).as("in the ERP when the hub died").isEmpty();
        start();
        erp.heal();

        assertClean("4", "kill -9 of the hub, orders marked as sending, none sent", orders);
    }

    /** The ERP has said yes, and the hub cannot write that down before it dies. */
    @Test
    void anOrderWhoseAcknowledgementWasNotWrittenDownIsNotSentAgain() throws Exception {
        OrdersUnderFire orders = orders("after-acknowledgement");
        erp.slowDown("CREATE_ORDER", Duration.ofSeconds(3));
        orders.order(mall().storefront(), 4);
        await().atMost(PATIENCE).until(() -> hub.inDoubt() == 4);
        try (Connection held = hub.hold()) {
            await().atMost(PATIENCE).until(() -> hub.waitingToNoteAnArrival() == 4);
            mall().kill();
            held.rollback();
        }
        assertThat(erp.committedOrders()).as("in the ERP when the hub died").hasSize(4);
        assertThat(hub.arrived(orders.acknowledged())).as("written down by the hub").isZero();
        start();
        erp.heal();

        assertClean("5", "kill -9 after the ERP's acknowledgement, before its record", orders);
    }

    /** The hub has written down the ERP's number; the engine still takes the job for undone. */
    @Test
    void anOrderWhoseNumberIsWrittenDownIsNotSentAgainByTheRepeatedJob() {
        OrdersUnderFire orders = orders("after-record");
        erp.slowDown("CREATE_ORDER", Duration.ofSeconds(2));
        orders.order(mall().storefront(), 4);
        await().atMost(PATIENCE).until(() -> erp.callsToCreateOrders() == 4);
        mall().freezeChild("broker");
        await().atMost(PATIENCE).until(() -> hub.arrived(orders.acknowledged()) == 4);

        mall().killChild("broker");
        mall().kill();
        start();
        erp.heal();
        await().atMost(PATIENCE).until(() -> hub.pushed(orders.acknowledged()) == 4);

        assertClean("6", "kill -9 after the record, before the engine knew", orders);
        assertThat(erp.callsToCreateOrders()).as("orders sent since the restart").isZero();
    }

    @Test
    void ordersCommittedButNotPublishedAreToldToTheEngineAfterTheRestart() {
        OrdersUnderFire orders = orders("before-publish");
        mall().freezeChild("broker");
        orders.order(mall().storefront(), 8);
        assertThat(orders.unanswered()).as("orders taken while the broker stands").isEmpty();
        assertThat(hub.untold(orders.acknowledged())).as("not told to the engine").isEqualTo(8);

        mall().killChild("broker");
        mall().kill();
        start();

        assertClean("7", "kill -9 of hub and broker between commit and publish", orders);
        assertThat(hub.workingInstances(orders.acknowledged())).isEqualTo(8);
    }
}
