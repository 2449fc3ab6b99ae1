package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.HttpClientErrorException;

/** The buyer takes orders back while the ERP's warehouse ships them. */
class CancelAgainstShipTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ORDERS = 13;

    /** So long an order to void is on its way through the ERP before it counts. */
    private static final Duration VOIDING = Duration.ofMillis(800);

    private static final ApiBuyer BUYER = new ApiBuyer("pharmacy", "mallhub-demo");

    @Test
    void eachOrderIsEitherShippedOrVoidOnBothSides() {
        OrdersUnderFire orders = orders("cancel-ship");
        orders.order(mall().storefront(), ORDERS);
        orders.drained(erp);
        List<String> numbers = new ArrayList<>(orders.acknowledged());
        await().atMost(PATIENCE)
                .until(() -> numbers.stream().allMatch(it -> state(it).equals("ACCEPTED")));
        List<String> taken = numbers.subList(0, 2);
        List<String> gone = numbers.subList(2, 4);
        List<String> raced = numbers.subList(4, ORDERS);

        taken.forEach(CancelAgainstShipTest::cancelThenShip);
        gone.forEach(CancelAgainstShipTest::shipThenCancel);
        erp.slowDown("VOID_ORDER", VOIDING);
        for (int i = 0; i < raced.size(); i++) {
            shipWhileItIsVoided(raced.get(i), VOIDING.dividedBy(4).multipliedBy(i));
        }
        erp.heal();

        await().atMost(PATIENCE).until(() -> hub.completedInstances(numbers) == ORDERS);
        Map<Boolean, Long> ends = new HashMap<>();
        for (String order : numbers) {
            boolean isVoid = erp.isVoid(order);
            assertThat(state(order)).as(order).isEqualTo(isVoid ? "CANCELLED" : "COMPLETED");
            assertThat(hub.isStillOwed(order)).as("%s is paid for", order).isEqualTo(!isVoid);
            ends.merge(isVoid, 1L, Long::sum);
        }
        System.out.printf("fault row 30: void %d, shipped %d%n", ends.get(true), ends.get(false));
        assertThat(raced).as("the void was faster").anyMatch(erp::isVoid);
        assertThat(raced).as("the goods were faster").anyMatch(it -> !erp.isVoid(it));
        assertThat(taken).allMatch(erp::isVoid);
        assertThat(gone).noneMatch(erp::isVoid);
        assertClean("30", "buyer cancels while the ERP ships, " + ORDERS + " orders", orders);
    }

    private static void cancelThenShip(String order) {
        BUYER.cancel(mall().storefront(), order);
        await().atMost(PATIENCE).until(() -> erp.isVoid(order));
        shipIfNotVoid(order);
    }

    /** The ERP has been told to void it, and has not yet; the goods go out so long after that. */
    private static void shipWhileItIsVoided(String order, Duration after) {
        long voided = erp.calls("VOID_ORDER");
        BUYER.cancel(mall().storefront(), order);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> erp.calls("VOID_ORDER") > voided);
        CompletableFuture.runAsync(
                        () -> shipIfNotVoid(order),
                        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    private static void shipThenCancel(String order) {
        shipIfNotVoid(order);
        BUYER.cancel(mall().storefront(), order);
    }

    private static String state(String order) {
        return hub.stateOfOrder(order);
    }

    private static void shipIfNotVoid(String order) {
        try {
            erp.ship(erp.numberOf(order));
        } catch (HttpClientErrorException.UnprocessableContent voidAlready) {
            assertThat(erp.isVoid(order)).isTrue();
        }
    }
}
