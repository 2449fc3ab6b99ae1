package io.mallhub.routes.order;

import io.mallhub.order.ErpOrders;
import io.mallhub.routes.outbound.RouteCall;
import org.springframework.stereotype.Component;

/** The mall core's way out: each call is a run of a route. */
@Component
class RoutedErpOrders implements ErpOrders {
    private final RouteCall call;

    RoutedErpOrders(RouteCall call) {
        this.call = call;
    }

    @Override
    public PushOutcome push(String orderNumber) {
        return call.ask(OrderOutRoute.START, orderNumber, PushOutcome.class);
    }

    @Override
    public VoidOutcome voidOrder(String orderNumber, String reason) {
        return call.ask(
                OrderVoidRoute.START,
                new OrderVoidRoute.Request(orderNumber, reason),
                VoidOutcome.class);
    }
}
