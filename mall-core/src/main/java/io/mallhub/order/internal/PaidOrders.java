package io.mallhub.order.internal;

import io.mallhub.payment.OrderPaid;
import io.mallhub.payment.RefundEnded;
import io.mallhub.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the provider did, in the history of the order, in the transaction that books it. */
@Component
class PaidOrders {
    private static final Actor PROVIDER = Actor.system("provider");

    private final OrderHistory history;

    PaidOrders(OrderHistory history) {
        this.history = history;
    }

    @EventListener
    void on(OrderPaid event) {
        history.note(
                event.order(),
                "order.paid",
                PROVIDER,
                event.amount() + " (" + event.providerNumber() + ")");
    }

    @EventListener
    void on(RefundEnded event) {
        history.note(
                event.order(),
                event.settled() ? "order.refund-settled" : "order.refunded",
                PROVIDER,
                event.amount() + " (" + event.refund() + ")");
    }
}
