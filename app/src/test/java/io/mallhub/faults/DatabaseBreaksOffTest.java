package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL breaks transactions off in the middle; what remains of them is all or nothing. */
class DatabaseBreaksOffTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AfterEach
    void theDatabaseWorksAgain() {
        hub.stopRefusing();
    }

    /** Every second hold fails, after the order's key and before its credit, beside others. */
    @Test
    void aHoldThatFailsLeavesNothingOfItsOrder() {
        OrdersUnderFire orders = orders("hold-fails");
        HubData.Traces before = hub.traces();
        hub.refuseEverySecond("stock_hold", "58030");

        orders.order(mall().storefront(), 12);

        assertThat(orders.unanswered()).as("orders whose hold failed").hasSize(6);
        assertThat(hub.traces().since(before))
                .as("orders, holds, commitments and starts written")
                .isEqualTo(new HubData.Traces(6, 6, 6, 6));
        hub.stopRefusing();
        assertClean("28", "every second hold fails beside 3 others at a time", orders);
        assertThat(hub.traces().since(before)).isEqualTo(new HubData.Traces(12, 12, 12, 12));
    }

    @Test
    void aSerializationFailureRunsTheWholeOrderAgain() {
        OrdersUnderFire orders = orders("serialization");
        HubData.Traces before = hub.traces();
        hub.refuseEverySecond("receivable_commitment", "40001");

        orders.order(mall().storefront(), 8);

        assertThat(orders.unanswered()).as("orders the buyer had to repeat").isEmpty();
        assertThat(hub.refusals()).as("transactions broken off").isGreaterThanOrEqualTo(4);
        hub.stopRefusing();
        assertThat(hub.traces().since(before)).isEqualTo(new HubData.Traces(8, 8, 8, 8));
        assertClean("29", "every second transaction ends as serialization failure", orders);
    }

    /**
     * The order holds the stock and waits for the account, another holds the account and asks for
     * the stock. The other one is patient, so PostgreSQL breaks the order off.
     */
    @Test
    void anOrderThatLosesADeadlockIsRunAgainWhole() throws Exception {
        String product = shop().products().getFirst();
        OrdersUnderFire orders = new OrdersUnderFire("deadlock", List.of(product));
        long deadlocks = hub.deadlocks();
        try (Connection other = hub.patient()) {
            hub.lockAccount(other);
            Thread order = Thread.ofPlatform().start(() -> orders.order(mall().storefront(), 1));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> hub.waitingForAnAccount() == 1);
            askForTheStock(other, product);
            other.rollback();
            order.join();
        }

        assertThat(orders.unanswered()).isEmpty();
        await().atMost(PATIENCE).until(() -> hub.deadlocks() == deadlocks + 1);
        assertClean("29", "deadlock with another transaction, the order is the victim", orders);
    }

    /** Returns when the order was broken off and its lock is free. */
    private static void askForTheStock(Connection other, String product) throws SQLException {
        hub.lockStock(other, product);
    }
}
