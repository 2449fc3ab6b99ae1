package io.mallhub.storefront.orders;

import io.mallhub.order.OrderState;
import java.util.List;
import java.util.Set;

/** The way of an order as the buyer reads it: several states of ours are one step of his. */
record OrderSteps(String key, Set<OrderState> states) {
    static final List<OrderSteps> ALL =
            List.of(
                    new OrderSteps("submitted", Set.of(OrderState.SUBMITTED)),
                    new OrderSteps("checked", Set.of(OrderState.IN_APPROVAL)),
                    new OrderSteps("taken", Set.of(OrderState.APPROVED, OrderState.SENT)),
                    new OrderSteps("preparing", Set.of(OrderState.ACCEPTED)),
                    new OrderSteps(
                            "shipped", Set.of(OrderState.PARTLY_SHIPPED, OrderState.SHIPPED)),
                    new OrderSteps("done", Set.of(OrderState.COMPLETED)));
}
