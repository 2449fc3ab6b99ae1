package io.mallhub.routes.order;

import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.routes.order.OrderPush.Done;
import io.mallhub.routes.order.OrderPush.Open;
import io.mallhub.routes.outbound.AskSendAsk;
import java.util.Objects;
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
        var begun = from(START).routeId(ID).transform().body(String.class, start::begin);
        new AskSendAsk<>(Open.class, probe::ask, send::send)
                .after(begun)
                .transform()
                .body(OrderPush.class, this::outcome);
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
