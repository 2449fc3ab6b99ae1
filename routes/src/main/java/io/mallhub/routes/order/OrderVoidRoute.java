package io.mallhub.routes.order;

import io.mallhub.order.Orders;
import io.mallhub.routes.outbound.PaperVoiding;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** {@code erp-order-void}: makes sure that the ERP no longer has an order open. */
@Component
class OrderVoidRoute extends RouteBuilder {
    static final String ID = "erp-order-void";
    static final String START = "direct:" + ID;

    private final Orders orders;
    private final PaperVoiding voiding;

    OrderVoidRoute(Orders orders, PaperVoiding voiding) {
        this.orders = orders;
        this.voiding = voiding;
    }

    record Request(String number, String reason) {}

    @Override
    public void configure() {
        from(START).routeId(ID).transform().body(Request.class, this::run);
    }

    private PaperVoiding.Outcome run(Request request) {
        return orders.order(request.number())
                .map(order -> voiding.run(new SentOrder(order, orders), request.reason()))
                .orElseThrow(() -> new IllegalArgumentException("No order " + request.number()));
    }
}
