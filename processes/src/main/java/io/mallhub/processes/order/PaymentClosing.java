package io.mallhub.processes.order;

import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.CloseOutcome;
import io.mallhub.payment.PaymentView;
import io.mallhub.processes.IncidentDesk.Kind;
import io.mallhub.processes.IncidentMessage;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.shared.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends the wait for a payment: at the provider first, whose word it is whether it was paid. */
@Component
class PaymentClosing {
    private final OnlinePayments payments;

    PaymentClosing(OnlinePayments payments) {
        this.payments = payments;
    }

    /** Nothing happens to an order without a payment, or one that is not awaited. */
    CloseOutcome close(String order, String reason, Actor by) {
        Optional<PaymentView> payment = payments.ofOrder(order);
        return payment.isEmpty()
                ? new CloseOutcome.Closed()
                : payments.close(payment.get().number(), reason, by);
    }

    static Outcome tryLater(CloseOutcome.Unclear unclear) {
        return Outcome.tryLater(
                IncidentMessage.of(Kind.PROVIDER_AWAY, "支付平台没有答复，付款与否尚未查明：" + unclear.words()));
    }
}
