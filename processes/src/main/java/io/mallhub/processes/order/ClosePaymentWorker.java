package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.payment.OnlinePayments.CloseOutcome;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The time to pay is over: who paid in the last moment has paid, nobody else can any more. A
 * transfer that lies with finance may have come: it is looked at again, a day later at most, and
 * finance is reminded. A buyer whose announcement was declined has the time he was told.
 */
@Component
class ClosePaymentWorker implements Worker<ClosePaymentWorker.In> {
    private static final Duration NEVER_BEFORE = Duration.ofDays(1);
    private static final String REASON = "payment.expired";
    private static final Actor BY = Actor.system(OrderApproval.ID);

    private final PaymentClosing closing;
    private final OrderTransfers transfers;
    private final Clock clock;

    ClosePaymentWorker(PaymentClosing closing, OrderTransfers transfers, Clock clock) {
        this.closing = closing;
        this.transfers = transfers;
        this.clock = clock;
    }

    /**
     * @param paymentExpiry that is over; null in instances from before it was read
     */
    record In(String orderNumber, @Nullable String paymentExpiry) {}

    @Override
    public JobType type() {
        return OrderApproval.CLOSE_PAYMENT;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        return transfers.ofOrder(in.orderNumber()).isPresent()
                ? closeTransfer(in)
                : closeOnline(in.orderNumber());
    }

    private Outcome closeTransfer(In in) {
        return switch (transfers.close(in.orderNumber(), REASON, BY)) {
            case OrderTransfers.CloseOutcome.Paid _ -> ended(true);
            case OrderTransfers.CloseOutcome.Closed _ -> ended(false);
            case OrderTransfers.CloseOutcome.WithFinance still ->
                    lookAgain(over(in).plus(still.pace()));
            case OrderTransfers.CloseOutcome.InGrace grace -> lookAgain(grace.until());
        };
    }

    private Instant over(In in) {
        String over = in.paymentExpiry();
        return over == null ? clock.instant() : Instant.parse(over);
    }

    private Outcome closeOnline(String order) {
        return switch (closing.close(order, REASON, BY)) {
            case CloseOutcome.Paid _ -> ended(true);
            case CloseOutcome.Closed _ -> ended(false);
            case CloseOutcome.Unclear unclear -> PaymentClosing.tryLater(unclear);
        };
    }

    private static Outcome ended(boolean paid) {
        return Outcome.complete(
                Map.of(OrderApproval.IS_PAID, paid, OrderApproval.WITH_FINANCE, false));
    }

    /** The buyer was reminded before; from now on it is finance that is. */
    private Outcome lookAgain(Instant next) {
        return Outcome.complete(
                Map.of(
                        OrderApproval.IS_PAID,
                        false,
                        OrderApproval.WITH_FINANCE,
                        true,
                        OrderApproval.PAYMENT_REMINDER,
                        next.plus(NEVER_BEFORE).toString(),
                        OrderApproval.PAYMENT_EXPIRY,
                        next.toString()));
    }
}
