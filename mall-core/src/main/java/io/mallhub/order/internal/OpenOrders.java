package io.mallhub.order.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders loaded for change: the row is locked to the end of the transaction. */
@Component
class OpenOrders {
    private final OrderRepository orders;

    OpenOrders(OrderRepository orders) {
        this.orders = orders;
    }

    /** Throws {@link IllegalArgumentException} for a number nobody gave. */
    Order lock(String number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("No order " + number));
    }

    Optional<Order> find(String number) {
        return orders.lockByNumber(number);
    }
}
