package io.mallhub.payment.internal;

import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.payment.PaymentGateway.Trade;
import io.mallhub.payment.PaymentNotices.Verdict;
import io.mallhub.payment.PaymentView;
import io.mallhub.payment.RefundView;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is told what of payments, in the transaction that does it. */
@Component
class PaymentNews {
    private final Notifications notifications;

    PaymentNews(Notifications notifications) {
        this.notifications = notifications;
    }

    void paid(PaymentView payment) {
        buyer(
                "online-paid",
                payment.number(),
                payment,
                Map.of("number", payment.order(), "amount", payment.amount().toString()));
    }

    void surplus(PaymentView payment, Trade trade) {
        buyer(
                "online-surplus",
                trade.trade(),
                payment,
                Map.of("number", payment.order(), "amount", trade.amount().toString()));
    }

    void refunded(RefundView refund, PaymentView payment) {
        buyer(
                "online-refunded",
                refund.number(),
                payment,
                Map.of("number", payment.order(), "amount", refund.amount().toString()));
    }

    void odd(Trade trade, Verdict verdict, String detail) {
        finance(
                "payment-notice-odd",
                trade.noticeId(),
                Map.of(
                        "number",
                        trade.payment(),
                        "trade",
                        trade.trade(),
                        "amount",
                        trade.amount().toString(),
                        "why",
                        "@payment-notice." + verdict,
                        "detail",
                        detail),
                "/console/payments/notices");
    }

    void refused(RefundView refund) {
        finance(
                "refund-refused",
                refund.number() + "/" + refund.attempts(),
                Map.of(
                        "refund", refund.number(),
                        "number", refund.order(),
                        "amount", refund.amount().toString(),
                        "words", refund.words()),
                "/console/payments/" + refund.payment());
    }

    private void buyer(
            String template, String occasion, PaymentView payment, Map<String, String> values) {
        notifications.send(
                new Notify(
                        template + "/" + occasion,
                        new Recipient.Company(payment.customer()),
                        template,
                        values,
                        payment.isTopUp() ? "/prepaid" : "/orders/" + payment.order()));
    }

    private void finance(
            String template, String occasion, Map<String, String> values, String link) {
        notifications.send(
                new Notify(
                        template + "/" + occasion,
                        new Recipient.StaffGroup(Role.FINANCE),
                        template,
                        values,
                        link));
    }
}
