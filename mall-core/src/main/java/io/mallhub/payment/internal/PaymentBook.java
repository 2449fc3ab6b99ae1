package io.mallhub.payment.internal;

import io.mallhub.payment.OnlinePayments.EntryView.Kind;
import io.mallhub.payment.OrderPaid;
import io.mallhub.payment.PaymentGateway.Trade;
import io.mallhub.payment.PaymentNotices.Verdict;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.payment.RefundEnded;
import io.mallhub.payment.RefundRequested;
import io.mallhub.payment.RefundState;
import io.mallhub.payment.RefundView;
import io.mallhub.payment.TopUpPaid;
import io.mallhub.payment.internal.RefundTable.NewRefund;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What may happen to the money of a payment. Its callers hold the payment's lock. */
@Component
class PaymentBook {
    static final String CURRENCY = "CNY";

    private final PaymentTable payments;
    private final RefundTable refunds;
    private final NoticeTable notices;
    private final PaymentNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaymentBook(
            PaymentTable payments,
            RefundTable refunds,
            NoticeTable notices,
            PaymentNews news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.notices = notices;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** The provider's word, from a notice or as answer to a question. */
    Verdict told(Trade trade) {
        Optional<PaymentView> payment = payments.lock(trade.payment());
        if (notices.isRepeated(trade.noticeId())) {
            return Verdict.REPEATED;
        }
        Judgement judged = judge(payment.orElse(null), trade);
        notices.add(trade, judged.verdict(), judged.detail(), clock.instant());
        payment.ifPresent(it -> apply(it, trade, judged.verdict()));
        if (judged.verdict().isForAPerson()) {
            news.odd(trade, judged.verdict(), judged.detail());
        }
        return judged.verdict();
    }

    private record Judgement(Verdict verdict, String detail) {}

    private Judgement judge(@Nullable PaymentView payment, Trade trade) {
        if (!trade.ours()) {
            return new Judgement(Verdict.WRONG_MERCHANT, trade.merchant());
        }
        if (payment == null) {
            return new Judgement(Verdict.UNKNOWN_PAYMENT, trade.payment());
        }
        if (trade.standing() != Trade.Standing.PAID) {
            return new Judgement(Verdict.NO_NEWS, "");
        }
        if (!trade.currency().equals(CURRENCY)) {
            return new Judgement(Verdict.WRONG_CURRENCY, trade.currency() + " ≠ " + CURRENCY);
        }
        if (!trade.amount().equals(payment.amount())) {
            return new Judgement(Verdict.WRONG_AMOUNT, trade.amount() + " ≠ " + payment.amount());
        }
        if (payments.has(payment.number(), Kind.PAID, trade.trade())) {
            return new Judgement(Verdict.REPEATED, "");
        }
        return payment.state().isAwaited() || isLateTopUp(payment)
                ? new Judgement(Verdict.APPLIED, "")
                : new Judgement(Verdict.SURPLUS, payment.state().name());
    }

    /** Prepaid money is as good a day later; an order is not. */
    private static boolean isLateTopUp(PaymentView payment) {
        return payment.isTopUp() && payment.state() == PaymentState.CLOSED;
    }

    private void apply(PaymentView payment, Trade trade, Verdict verdict) {
        Instant now = clock.instant();
        switch (verdict) {
            case APPLIED -> {
                payments.paid(payment.number(), trade, now);
                received(payment, trade, now);
                tell(payment, trade);
            }
            case SURPLUS -> {
                received(payment, trade, now);
                ask(
                        new NewRefund(
                                payment.number(),
                                trade.trade(),
                                "surplus/" + trade.trade(),
                                trade.amount(),
                                "refund.surplus",
                                "payments"),
                        payment);
                news.surplus(payment, trade);
            }
            default -> {}
        }
    }

    private void tell(PaymentView payment, Trade trade) {
        if (payment.isTopUp()) {
            events.publishEvent(
                    new TopUpPaid(
                            payment.order(), payment.number(), trade.trade(), payment.amount()));
        } else {
            events.publishEvent(
                    new OrderPaid(
                            payment.order(), payment.number(), trade.trade(), payment.amount()));
            news.paid(payment);
        }
    }

    private void received(PaymentView payment, Trade trade, Instant now) {
        payments.append(
                payment.number(),
                Kind.PAID,
                trade.trade(),
                trade.amount(),
                now,
                "provider",
                trade.status());
    }

    /**
     * @param askAt when to look whether somebody has paid all the same; null when nobody can
     */
    void close(PaymentView payment, String reason, @Nullable Instant askAt, Actor by) {
        payments.closed(payment.number(), reason, clock.instant(), askAt);
        payments.append(
                payment.number(),
                Kind.CLOSED,
                payment.order(),
                payment.amount(),
                clock.instant(),
                by.id(),
                reason);
    }

    /** What of the money that paid the order has not been asked back. */
    Money left(PaymentView payment) {
        return payment.state() == PaymentState.PAID
                ? payment.amount().minus(refunds.asked(payment.number(), trade(payment)))
                : Money.ZERO;
    }

    RefundView refund(PaymentView payment, String document, Money amount, String reason, Actor by) {
        return ask(
                new NewRefund(payment.number(), trade(payment), document, amount, reason, by.id()),
                payment);
    }

    private RefundView ask(NewRefund refund, PaymentView payment) {
        Instant now = clock.instant();
        String number = refunds.add(refund, now);
        payments.append(
                payment.number(),
                Kind.REFUND_REQUESTED,
                number,
                refund.amount(),
                now,
                refund.by(),
                refund.reason());
        events.publishEvent(
                new RefundRequested(
                        number, payment.order(), payment.customerName(), refund.amount()));
        return refunds.find(number).orElseThrow();
    }

    /** The money is back. */
    void refunded(RefundView refund, RefundState how, String words, Actor by) {
        refunds.stands(refund.number(), how, words, clock.instant());
        payments.append(
                refund.payment(),
                Kind.REFUNDED,
                refund.number(),
                refund.amount(),
                clock.instant(),
                by.id(),
                words);
        events.publishEvent(
                new RefundEnded(
                        refund.number(),
                        refund.order(),
                        refund.amount(),
                        how == RefundState.SETTLED));
        news.refunded(refund, payments.find(refund.payment()).orElseThrow());
    }

    private static String trade(PaymentView payment) {
        return Objects.requireNonNull(payment.providerNumber());
    }
}
