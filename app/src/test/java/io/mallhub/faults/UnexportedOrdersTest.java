package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UnexportedOrdersTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /**
     * The ERP's figures know nothing of orders that have not reached it, and take back no goods
     * that were promised. The broker stands still, so that nothing is exported for a while.
     */
    @Test
    void newErpFiguresNeverSellWhatUnexportedOrdersHold() {
        String product = shop().products().get(1);
        BigDecimal before = erp.available(product);
        await().atMost(PATIENCE).until(() -> sellable(product).compareTo(before) == 0);
        OrdersUnderFire orders = new OrdersUnderFire("unexported", List.of(product));

        mall().freezeChild("broker");
        orders.order(mall().storefront(), 7);
        erp.receive(product, 10);
        BigDecimal left = before.add(BigDecimal.TEN).subtract(BigDecimal.valueOf(7));
        await().atMost(PATIENCE).until(() -> sellable(product).compareTo(left) == 0);
        assertThat(erp.available(product)).isEqualByComparingTo(before.add(BigDecimal.TEN));
        mall().thawChild("broker");

        AtomicReference<BigDecimal> most = new AtomicReference<>(left);
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            most.accumulateAndGet(sellable(product), BigDecimal::max);
                            return erp.available(product).compareTo(left) == 0
                                    && sellable(product).compareTo(left) == 0;
                        });
        assertThat(most.get()).as("most that was ever for sale").isEqualByComparingTo(left);
        assertClean("25", "ERP figures arrive while 7 orders are not exported", orders);
        assertThat(orders.unanswered()).isEmpty();
    }

    private static BigDecimal sellable(String product) {
        return shop().sellable(mall(), product);
    }
}
