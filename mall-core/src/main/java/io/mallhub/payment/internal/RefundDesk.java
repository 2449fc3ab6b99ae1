package io.mallhub.payment.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentGateway;
import io.mallhub.payment.PaymentGateway.RefundAnswer;
import io.mallhub.payment.PaymentGateway.RefundOrder;
import io.mallhub.payment.PaymentView;
import io.mallhub.payment.RefundState;
import io.mallhub.payment.RefundView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

@Service
class RefundDesk implements OnlineRefunds {
    private static final Actor PROVIDER = Actor.system("provider");
    private static final int LONGEST_TEXT = 500;

    private final Provider provider;
    private final PaymentTable payments;
    private final RefundTable refunds;
    private final PaymentBook book;
    private final PaymentNews news;
    private final AuditLog audit;
    private final Clock clock;

    RefundDesk(
            Provider provider,
            PaymentTable payments,
            RefundTable refunds,
            PaymentBook book,
            PaymentNews news,
            AuditLog audit,
            Clock clock) {
        this.provider = provider;
        this.payments = payments;
        this.refunds = refunds;
        this.book = book;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public RefundView request(
            String order, String creditNote, Money amount, String reason, Actor by) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("A refund is more than 0, not " + amount);
        }
        return provider.commit(
                () -> {
                    PaymentView payment =
                            payments.lockOfOrder(order)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalStateException(
                                                            "Order " + order + " paid nothing"));
                    Optional<RefundView> earlier = refunds.ofDocument(payment.number(), creditNote);
                    if (earlier.isPresent()) {
                        return repeated(earlier.get(), amount);
                    }
                    Money left = book.left(payment);
                    if (left.compareTo(amount) < 0) {
                        throw new IllegalStateException(
                                "Of " + order + " " + left + " is left, not " + amount);
                    }
                    return book.refund(payment, creditNote, amount, reason, by);
                });
    }

    private static RefundView repeated(RefundView earlier, Money amount) {
        if (!earlier.amount().equals(amount)) {
            throw new IllegalStateException(
                    earlier.document() + " is known with another amount: " + earlier.amount());
        }
        return earlier;
    }

    @Override
    public SendOutcome send(String number) {
        Optional<PaymentGateway> gateway = provider.remote();
        RefundView refund = provider.commit(() -> begun(number));
        if (refund.state().isEnd()) {
            return new SendOutcome.Done();
        }
        if (refund.state() == RefundState.REFUSED) {
            return new SendOutcome.Refused(refund.words());
        }
        if (gateway.isEmpty()) {
            return new SendOutcome.Unclear("No payment provider is set up");
        }
        RefundAnswer answer = answer(gateway.get(), refund);
        return provider.commit(() -> booked(number, answer));
    }

    /** The intent, before anything is sent. */
    private RefundView begun(String number) {
        RefundView refund = locked(number);
        if (!refund.state().isEnd() && refund.state() != RefundState.REFUSED) {
            refunds.attempted(number);
        }
        return refund;
    }

    /** An earlier sending may have arrived: then nothing is sent before that is known. */
    private static RefundAnswer answer(PaymentGateway gateway, RefundView refund) {
        RefundOrder order =
                new RefundOrder(
                        refund.payment(),
                        refund.providerNumber(),
                        refund.number(),
                        refund.amount(),
                        refund.document());
        RefundAnswer earlier =
                refund.attempts() == 0 ? new RefundAnswer.NotThere() : gateway.findRefund(order);
        return earlier instanceof RefundAnswer.NotThere ? gateway.refund(order) : earlier;
    }

    private SendOutcome booked(String number, RefundAnswer answer) {
        RefundView refund = locked(number);
        if (refund.state().isEnd()) {
            return new SendOutcome.Done(); // another sending of it was quicker
        }
        return switch (answer) {
            case RefundAnswer.Refunded _ -> {
                book.refunded(refund, RefundState.REFUNDED, "", PROVIDER);
                yield new SendOutcome.Done();
            }
            case RefundAnswer.Refused refused -> {
                refunds.stands(number, RefundState.REFUSED, refused.words(), clock.instant());
                news.refused(refunds.find(number).orElseThrow());
                yield new SendOutcome.Refused(refused.words());
            }
            case RefundAnswer.Unclear unclear -> unclear(number, unclear.words());
            case RefundAnswer.NotThere _ -> unclear(number, "The provider does not know it");
        };
    }

    private SendOutcome unclear(String number, String words) {
        refunds.stands(number, RefundState.UNCLEAR, words, clock.instant());
        return new SendOutcome.Unclear(words);
    }

    @Override
    public ActOutcome retry(String number, String reason, Actor by) {
        return act(
                number,
                reason,
                by,
                "retry-refund",
                Set.of(RefundState.REQUESTED, RefundState.UNCLEAR),
                refund -> refunds.stands(number, RefundState.REQUESTED, "", clock.instant()));
    }

    @Override
    public ActOutcome settle(String number, String how, Actor by) {
        return act(
                number,
                how,
                by,
                "settle-refund",
                Set.of(RefundState.SETTLED),
                refund -> book.refunded(refund, RefundState.SETTLED, how.strip(), by));
    }

    /**
     * @param done states in which it was done before
     */
    private ActOutcome act(
            String number,
            String reason,
            Actor by,
            String action,
            Set<RefundState> done,
            Consumer<RefundView> work) {
        if (by.kind() != Actor.Kind.STAFF) {
            return new ActOutcome.Refused("refund.not-staff");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_TEXT) {
            return new ActOutcome.Refused("refund.reason-missing");
        }
        return provider.commit(
                () -> {
                    RefundView refund = locked(number);
                    if (done.contains(refund.state())) {
                        return new ActOutcome.Done();
                    }
                    if (refund.state() != RefundState.REFUSED) {
                        return new ActOutcome.Refused("refund.not-refused");
                    }
                    work.accept(refund);
                    audit.record(
                            new AuditEntry(
                                    by,
                                    action,
                                    "online-refund",
                                    number,
                                    reason.strip(),
                                    Map.of(
                                            "order", refund.order(),
                                            "amount", refund.amount().toString(),
                                            "refused", refund.words())));
                    return new ActOutcome.Done();
                });
    }

    @Override
    public Optional<RefundView> find(String number) {
        return refunds.find(number);
    }

    @Override
    public List<RefundView> ofPayment(String payment) {
        return refunds.ofPayment(payment);
    }

    @Override
    public Page<RefundView> open(PageRequest page) {
        return refunds.open(page);
    }

    /** With its payment, which serialises all that happens to its money. */
    private RefundView locked(String number) {
        RefundView seen = refunds.find(number).orElseThrow(() -> unknown(number));
        return payments.lock(seen.payment())
                .flatMap(payment -> refunds.find(number))
                .orElseThrow(() -> unknown(number));
    }

    private static IllegalArgumentException unknown(String number) {
        return new IllegalArgumentException("No refund " + number);
    }
}
