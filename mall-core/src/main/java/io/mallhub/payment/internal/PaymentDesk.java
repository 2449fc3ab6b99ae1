package io.mallhub.payment.internal;

import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.EntryView.Kind;
import io.mallhub.payment.PaymentGateway;
import io.mallhub.payment.PaymentGateway.CloseAnswer;
import io.mallhub.payment.PaymentGateway.PayRequest;
import io.mallhub.payment.PaymentGateway.QueryAnswer;
import io.mallhub.payment.PaymentGateway.Trade;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

@Service
class PaymentDesk implements OnlinePayments {
    private static final Logger log = LoggerFactory.getLogger(PaymentDesk.class);
    private static final String NO_PROVIDER = "No payment provider is set up";

    /** A payer needs some time, and most notices come by themselves. */
    private static final Duration FIRST_QUESTION = Duration.ofMinutes(1);

    /** Clocks differ, and a payer may sit before the last page. */
    private static final Duration AFTER_EXPIRY = Duration.ofHours(1);

    private final Provider provider;
    private final PaymentTable payments;
    private final PaymentBook book;
    private final PaymentSettings settings;
    private final Clock clock;

    PaymentDesk(
            Provider provider,
            PaymentTable payments,
            PaymentBook book,
            PaymentSettings settings,
            Clock clock) {
        this.provider = provider;
        this.payments = payments;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isOffered() {
        return provider.local().isPresent();
    }

    @Override
    public PaymentView open(OpenPayment command) {
        if (command.amount().compareTo(Money.ZERO) <= 0 || command.amount().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Nobody pays " + command.amount() + " online");
        }
        return provider.commit(
                () -> {
                    Optional<PaymentView> earlier = payments.lockOfOrder(command.order());
                    if (earlier.isPresent()) {
                        return repeated(earlier.get(), command.amount());
                    }
                    if (!isOffered()) {
                        throw new IllegalStateException(NO_PROVIDER);
                    }
                    Instant now = clock.instant();
                    String number =
                            payments.add(command, now, settings.reminder(), settings.expiry());
                    payments.append(
                            number,
                            Kind.REQUESTED,
                            command.order(),
                            command.amount(),
                            now,
                            command.by().id(),
                            "");
                    return payments.find(number).orElseThrow();
                });
    }

    private static PaymentView repeated(PaymentView earlier, Money amount) {
        if (!earlier.amount().equals(amount)) {
            throw new IllegalStateException(
                    "Order "
                            + earlier.order()
                            + " is paid with "
                            + earlier.amount()
                            + ", not "
                            + amount);
        }
        return earlier;
    }

    @Override
    public PayOutcome pay(String number) {
        return provider.commit(
                () -> {
                    PaymentView payment = locked(number);
                    Instant now = clock.instant();
                    Optional<PaymentGateway> gateway = provider.local();
                    if (!payment.state().isAwaited()) {
                        return new PayOutcome.NotAwaited(payment.state());
                    }
                    if (!now.isBefore(payment.expiresAt())) {
                        return new PayOutcome.Expired(payment.expiresAt());
                    }
                    if (gateway.isEmpty()) {
                        return new PayOutcome.NotOffered();
                    }
                    URI page =
                            gateway.get()
                                    .payPage(
                                            new PayRequest(
                                                    number,
                                                    payment.amount(),
                                                    payment.order(),
                                                    payment.expiresAt()));
                    payments.sent(number, now, now.plus(FIRST_QUESTION));
                    return new PayOutcome.GoTo(page);
                });
    }

    @Override
    public PaymentState ask(String number) {
        PaymentView payment = known(number);
        Optional<PaymentGateway> gateway = provider.remote();
        if (payment.sentAt() == null || gateway.isEmpty()) {
            return payment.state(); // nobody could pay yet, or nobody is there to be asked
        }
        if (payment.state() == PaymentState.CLOSED) {
            makeSure(payment, gateway.get());
        } else if (payment.state().isAwaited()) {
            standing(payment, gateway.get());
        }
        return known(number).state();
    }

    /** Null when the provider did not say, which is kept. */
    private Trade.@Nullable Standing standing(PaymentView payment, PaymentGateway gateway) {
        return switch (gateway.query(payment.number())) {
            case QueryAnswer.Found found -> {
                told(payment, found.trade());
                yield found.trade().standing();
            }
            case QueryAnswer.NotThere _ -> {
                clear(payment, "");
                yield Trade.Standing.WAITING;
            }
            case QueryAnswer.Unclear unclear -> {
                clear(payment, unclear.words());
                yield null;
            }
        };
    }

    /** That nothing has happened yet is no news to be kept. */
    private void told(PaymentView payment, Trade trade) {
        if (trade.standing() == Trade.Standing.PAID) {
            provider.commit(() -> book.told(trade));
        }
        clear(payment, "");
    }

    private void clear(PaymentView payment, String unclearWhy) {
        provider.commit(
                () -> {
                    payments.clear(payment.number(), unclearWhy);
                    return true;
                });
    }

    /** It ended here, maybe not there: nobody shall pay it any more, and who did gets it back. */
    private void makeSure(PaymentView payment, PaymentGateway gateway) {
        boolean over = clock.instant().isAfter(payment.expiresAt().plus(AFTER_EXPIRY));
        boolean sure =
                switch (gateway.close(payment.number())) {
                    case CloseAnswer.Closed _ -> true;
                    case CloseAnswer.NotThere _ -> over;
                    case CloseAnswer.Refused _ -> isTold(payment, gateway);
                    case CloseAnswer.Unclear _ -> false;
                };
        if (sure) {
            provider.commit(
                    () -> {
                        payments.askNoMore(payment.number());
                        return true;
                    });
        }
    }

    private boolean isTold(PaymentView payment, PaymentGateway gateway) {
        if (gateway.query(payment.number()) instanceof QueryAnswer.Found found) {
            told(payment, found.trade());
            return found.trade().standing() != Trade.Standing.WAITING;
        }
        return false;
    }

    @Override
    public int askDue(int atMost) {
        if (provider.remote().isEmpty()) {
            return 0;
        }
        List<String> due = provider.commit(() -> payments.due(atMost, clock.instant()));
        for (String number : due) {
            try {
                ask(number);
            } catch (RuntimeException e) {
                // One that can't be asked about holds up none of the others; it comes again.
                log.warn("Nothing was learned about payment {}", number, e);
            }
        }
        return due.size();
    }

    @Override
    public CloseOutcome close(String number, String reason, Actor by) {
        Optional<PaymentGateway> gateway = provider.remote();
        PaymentView payment = known(number);
        if (!payment.state().isAwaited() || payment.sentAt() == null) {
            return closeHere(number, reason, by, false);
        }
        if (gateway.isEmpty()) {
            return new CloseOutcome.Unclear(NO_PROVIDER);
        }
        Trade.Standing standing = standing(payment, gateway.get());
        if (standing == null) {
            return new CloseOutcome.Unclear(known(number).unclearWhy());
        }
        if (standing != Trade.Standing.WAITING) {
            // Paid and booked, or paid wrongly and kept for a person, or nobody can pay any more.
            return closeHere(number, reason, by, true);
        }
        return switch (gateway.get().close(number)) {
            case CloseAnswer.Closed _ -> closeHere(number, reason, by, true);
            case CloseAnswer.NotThere _ -> closeHere(number, reason, by, false);
            case CloseAnswer.Refused refused -> refusedToClose(payment, refused, reason, by);
            case CloseAnswer.Unclear unclear -> {
                clear(payment, unclear.words());
                yield new CloseOutcome.Unclear(unclear.words());
            }
        };
    }

    private CloseOutcome refusedToClose(
            PaymentView payment, CloseAnswer.Refused refused, String reason, Actor by) {
        Trade.Standing now = standing(payment, provider.remote().orElseThrow());
        return now == Trade.Standing.PAID || now == Trade.Standing.CLOSED
                ? closeHere(payment.number(), reason, by, true)
                : new CloseOutcome.Unclear(refused.words());
    }

    /**
     * @param sure the provider says that nobody can pay it any more; it need not say so of what it
     *     was never sent
     */
    private CloseOutcome closeHere(String number, String reason, Actor by, boolean sure) {
        return provider.commit(
                () -> {
                    PaymentView payment = locked(number);
                    if (payment.state() == PaymentState.PAID) {
                        return new CloseOutcome.Paid();
                    }
                    if (payment.state().isAwaited()) {
                        // Sent to the provider since it was looked at: that has to be made sure of.
                        boolean surely = sure || payment.sentAt() == null;
                        book.close(
                                payment,
                                reason,
                                surely ? null : clock.instant().plus(FIRST_QUESTION),
                                by);
                    }
                    return new CloseOutcome.Closed();
                });
    }

    @Override
    public void giveBack(String order, String reason, Actor by) {
        provider.commit(
                () -> {
                    payments.lockOfOrder(order).ifPresent(it -> giveBack(it, reason, by));
                    return true;
                });
    }

    private void giveBack(PaymentView payment, String reason, Actor by) {
        if (payment.state().isAwaited()) {
            book.close(payment, reason, payment.sentAt() == null ? null : clock.instant(), by);
        } else if (book.left(payment).compareTo(Money.ZERO) > 0) {
            book.refund(payment, payment.order(), book.left(payment), reason, by);
        }
    }

    @Override
    public Optional<PaymentView> find(String number) {
        return payments.find(number);
    }

    @Override
    public Optional<PaymentView> ofOrder(String order) {
        return payments.ofOrder(order);
    }

    @Override
    public Set<String> paidOf(Collection<String> orders) {
        return orders.isEmpty() ? Set.of() : payments.paidOf(orders);
    }

    @Override
    public List<EntryView> entries(String number) {
        return payments.entries(number);
    }

    @Override
    public Page<PaymentView> page(PaymentQuery query, PageRequest page) {
        return payments.page(query, page);
    }

    @Override
    public List<String> unproven() {
        return payments.unproven();
    }

    private PaymentView known(String number) {
        return payments.find(number).orElseThrow(() -> unknown(number));
    }

    private PaymentView locked(String number) {
        return payments.lock(number).orElseThrow(() -> unknown(number));
    }

    private static IllegalArgumentException unknown(String number) {
        return new IllegalArgumentException("No payment " + number);
    }
}
