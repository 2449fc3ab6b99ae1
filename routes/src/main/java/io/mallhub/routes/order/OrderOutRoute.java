package io.mallhub.routes.order;

import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.routes.order.OrderPush.Done;
import io.mallhub.routes.order.OrderPush.Open;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * {@code erp-order-out}: an order number in, what became of it out. Asks before it sends whenever
 * the ERP may have the order, and at once after an unknown outcome.
 */
@Component
class OrderOutRoute extends RouteBuilder {
    static final String ID = "erp-order-out";
    static final String START = "direct:" + ID;

    private final OrderPushStart start;
    private final OrderProbe probe;
    private final OrderSend send;
    private final OrderNotes notes;

    OrderOutRoute(OrderPushStart start, OrderProbe probe, OrderSend send, OrderNotes notes) {
        this.start = start;
        this.probe = probe;
        this.send = send;
        this.notes = notes;
    }

    @Override
    public void configure() {
        // @formatter:off
        from(START)
                .routeId(ID)
                .transform()
                .body(String.class, start::begin)
                .filter(this::mayBeThere)
                .transform()
                .body(Open.class, probe::ask)
                .end()
                .filter(this::isNotThere)
                .transform()
                .body(Open.class, send::send)
                .end()
                .filter(this::mayBeThere)
                .transform()
                .body(Open.class, probe::ask)
                .end()
                .transform()
                .body(OrderPush.class, this::outcome);
        // @formatter:on
    }

    private boolean mayBeThere(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof Open open && open.ask();
    }

    private boolean isNotThere(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof Open open && !open.ask();
    }

    private PushOutcome outcome(OrderPush push) {
        return switch (Objects.requireNonNull(push)) {
            case Done done -> done.outcome();
            case Open lost ->
                    notes.unavailable(lost, "It did not arrive; the next push sends it again")
                            .outcome();
        };
    }
}
