package io.mallhub.storefront.api;

import io.mallhub.order.OrderRow;
import io.mallhub.order.OrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One order in a list. */
record OrderRowJson(
        String number,
        OrderState state,
        @Nullable String erpNumber,
        Instant submittedAt,
        int lines,
        String currency,
        String total) {
    static OrderRowJson of(OrderRow order) {
        return new OrderRowJson(
                order.number(),
                order.state(),
                order.erpNumber(),
                order.submittedAt(),
                order.lines(),
                Wire.CURRENCY,
                Wire.money(order.total()));
    }
}
