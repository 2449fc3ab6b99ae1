package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
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

    @Test
    void eachOrderIsEitherShippedOrVoidOnBothSides() {
        OrdersUnderFire orders = orders("cancel-ship");
        orders.order(mall().storefront(), ORDERS);
        orders.drained(erp);
        List<String> numbers = new ArrayList<>(orders.acknowledged());
        await().atMost(PATIENCE)
                .until(() -> numbers.stream().allMatch(it -> state(it).equals("ACCEPTED")));
        ApiBuyer buyer = new ApiBuyer("pharmacy", "mallhub-demo");

        try (ExecutorService hands = Executors.newFixedThreadPool(6)) {
            numbers.forEach(
                    order -> {
                        hands.submit(() -> buyer.cancel(mall().storefront(), order));
                        hands.submit(() -> shipIfNotVoid(order));
                    });
        }

        await().atMost(PATIENCE).until(() -> hub.completedInstances(numbers) == ORDERS);
        Map<Boolean, Long> ends = new java.util.TreeMap<>();
        for (String order : numbers) {
            boolean isVoid = erp.isVoid(order);
            assertThat(state(order)).as(order).isEqualTo(isVoid ? "CANCELLED" : "COMPLETED");
            assertThat(hub.isStillOwed(order)).as("%s is paid for", order).isEqualTo(!isVoid);
            ends.merge(isVoid, 1L, Long::sum);
        }
        System.out.printf("fault row 30: void and shipped %s%n", ends);
        assertClean("30", "buyer cancels while the ERP ships, " + ORDERS + " orders", orders);
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
