package io.mallhub.order.internal;

import io.mallhub.order.Orders;
import io.mallhub.payment.OrderPaid;
import io.mallhub.payment.RefundEnded;
import io.mallhub.receipt.OrderTransferReceived;
import io.mallhub.receipt.OrderTransferTakenBack;
import io.mallhub.receipt.RepaymentEnded;
import io.mallhub.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the provider and finance did, in the history of the order, in the transaction that books it.
 */
@Component
class PaidOrders {
    private static final Actor PROVIDER = Actor.system("provider");
    private static final Actor FINANCE = Actor.system("finance");
    private static final Actor CREDIT = Actor.system("credit-on-account");

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
    void on(OrderTransferReceived event) {
        if (event.fromCredit()) {
            history.note(
                    event.order(),
                    "order.credit-used",
                    CREDIT,
                    event.amount() + " (" + event.receipt() + ")");
            if (!event.isPaid()) {
                return;
            }
        }
        history.note(
                event.order(),
                event.isPaid() ? "order.paid" : "order.part-paid",
                FINANCE,
                event.amount() + " (" + event.receipt() + ")");
    }

    @EventListener
    void on(OrderTransferTakenBack event) {
        history.note(
                event.order(),
                "order.payment-taken-back",
                FINANCE,
                event.amount() + " (" + event.receipt() + ")");
    }

    @EventListener
    void on(RepaymentEnded event) {
        if (Orders.isNumber(event.order())) {
            history.note(
                    event.order(),
                    event.kept() ? "order.repayment-kept" : "order.refunded",
                    FINANCE,
                    event.amount() + " (" + event.repayment() + ")");
        }
    }

    /** What was paid twice for a top-up goes back as well, and is of no order. */
    @EventListener
    void on(RefundEnded event) {
        if (!Orders.isNumber(event.order())) {
            return;
        }
        history.note(
                event.order(),
                event.settled() ? "order.refund-settled" : "order.refunded",
                PROVIDER,
                event.amount() + " (" + event.refund() + ")");
    }
}
