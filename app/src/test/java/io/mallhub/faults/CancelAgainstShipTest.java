package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.HttpClientErrorException;

/** The buyer takes orders back while the ERP's warehouse ships them. */
class CancelAgainstShipTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ORDERS = 10;
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
        try (ExecutorService hands = Executors.newFixedThreadPool(6)) {
            raced.forEach(
                    order -> {
                        hands.submit(() -> BUYER.cancel(mall().storefront(), order));
                        hands.submit(() -> shipIfNotVoid(order));
                    });
        }

        await().atMost(PATIENCE).until(() -> hub.completedInstances(numbers) == ORDERS);
        Map<Boolean, Long> ends = new HashMap<>();
        for (String order : numbers) {
            boolean isVoid = erp.isVoid(order);
            assertThat(state(order)).as(order).isEqualTo(isVoid ? "CANCELLED" : "COMPLETED");
            assertThat(hub.isStillOwed(order)).as("%s is paid for", order).isEqualTo(!isVoid);
            ends.merge(isVoid, 1L, Long::sum);
        }
        System.out.printf("fault row 30: void %d, shipped %d%n", ends.get(true), ends.get(false));
        assertThat(taken).allMatch(erp::isVoid);
        assertThat(gone).noneMatch(erp::isVoid);
        assertClean("30", "buyer cancels while the ERP ships, " + ORDERS + " orders", orders);
    }

    private static void cancelThenShip(String order) {
        BUYER.cancel(mall().storefront(), order);
        await().atMost(PATIENCE).until(() -> erp.isVoid(order));
        shipIfNotVoid(order);
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
