package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The buyer's licence ends after the order was taken. */
class LicenceExpiresTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final LocalDate YESTERDAY = LocalDate.now().minusDays(2);
    private static final LocalDate RENEWED = LocalDate.now().plusYears(3);

    @AfterEach
    void theLicenceIsRenewed() {
        hub.licenceEnds("pharmacy", RENEWED);
        hub.creditLimit("pharmacy", 50_000);
        erp.acceptByItself();
    }

    /** Finance takes its time: meanwhile the licence ends. */
    @Test
    void anOrderWhoseLicenceEndsBeforeThePushIsStoppedUntilItIsRenewed() {
        hub.creditLimit("pharmacy", 0);
        OrdersUnderFire orders = orders("licence-at-push");
        orders.order(mall().storefront(), 3);
        assertThat(orders.unanswered()).isEmpty();
        awaitTasks(orders, "finance-approval", 3);
        hub.licenceEnds("pharmacy", YESTERDAY);
        decide(orders, "finance", "approve");

        awaitTasks(orders, "licence-stop", 3);
        assertThat(erp.committedOrders()).as("in the ERP without a licence").isEmpty();
        hub.licenceEnds("pharmacy", RENEWED);
        decide(orders, "quality", "retry");

        assertClean("46", "licence ends between submit and push", orders);
    }

    @Test
    void anOrderWhoseLicenceEndsBeforeShippingIsStoppedUntilItIsRenewed() {
        erp.acceptByHand();
        OrdersUnderFire orders = orders("licence-at-shipping");
        orders.order(mall().storefront(), 2);
        orders.drained(erp);
        hub.licenceEnds("pharmacy", YESTERDAY);
        orders.acknowledged().forEach(order -> erp.accept(erp.numberOf(order)));

        awaitTasks(orders, "shipping-licence-stop", 2);
        hub.licenceEnds("pharmacy", RENEWED);
        decide(orders, "quality", "retry");
        orders.acknowledged().forEach(order -> erp.ship(erp.numberOf(order)));
        await().atMost(PATIENCE).until(() -> hub.completedInstances(orders.acknowledged()) == 2);

        assertClean("46", "licence ends between acceptance and shipping", orders);
    }

    private static void awaitTasks(OrdersUnderFire orders, String task, int count) {
        await().atMost(PATIENCE)
                .until(() -> hub.openTasks(orders.acknowledged(), task).size() == count);
    }

    private static void decide(OrdersUnderFire orders, String who, String decision) {
        Clerk clerk = Clerk.signIn(mall().console(), who, "mallhub-demo");
        hub.openTasks(orders.acknowledged(), null)
                .forEach(
                        (order, task) -> {
                            String page = "/orders/" + order;
                            clerk.submit(
                                    page,
                                    page + "/tasks/" + task + "/decision",
                                    Map.of("decision", decision, "reason", "已核对"));
                        });
    }
}
