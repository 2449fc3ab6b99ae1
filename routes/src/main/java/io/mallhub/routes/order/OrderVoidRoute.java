package io.mallhub.routes.order;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** {@code erp-order-void}: makes sure that the ERP no longer has an order open. */
@Component
class OrderVoidRoute extends RouteBuilder {
    static final String ID = "erp-order-void";
    static final String START = "direct:" + ID;

    private final OrderVoiding voiding;

    OrderVoidRoute(OrderVoiding voiding) {
        this.voiding = voiding;
    }

    @Override
    public void configure() {
        from(START).routeId(ID).transform().body(Request.class, voiding::run);
    }

    record Request(String number, String reason) {}
}
