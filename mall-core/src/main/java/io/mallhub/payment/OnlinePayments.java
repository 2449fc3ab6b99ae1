package io.mallhub.payment;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Payments through a provider: of orders, and of prepaid money that buyers top up themselves.
 * Entries are never changed or deleted; each carries its document and an idempotency key. What
 * writes joins the caller's transaction, except {@link #ask}, {@link #askDue} and {@link #close}:
 * these speak with the provider, commit before and after, and refuse to be called inside a
 * transaction.
 */
public interface OnlinePayments {
    /** The most that one payment may be. */
    Money MOST = Money.of("100000000.00");

    /** Whether a provider is set up: without one no order can be paid online. */
    boolean isOffered();

    /**
     * Asks for the money of an order or a top-up from now until {@code mallhub.payment.expiry} is
     * over. Idempotent by its number.
     *
     * @throws IllegalStateException when it was opened with another amount, or nothing is offered
     */
    PaymentView open(OpenPayment command);

    /**
     * Where to send the payer, as long as the payment is awaited. The provider is told nothing yet:
     * the address carries the request, signed.
     */
    PayOutcome pay(String number);

    /**
     * Asks the provider what became of it, under our own number, and applies the answer as {@link
     * PaymentNotices#receive} would.
     */
    PaymentState ask(String number);

    /**
     * Asks about the next payments that were sent to the provider and not heard of, less often the
     * longer they last; also about those that ended here and might still be paid there.
     *
     * @return how many were asked about
     */
    int askDue(int atMost);

    /**
     * Ends a payment that is awaited: at the provider first, so that nobody pays any more. Whoever
     * has paid meanwhile has paid. Idempotent.
     *
     * @param reason a message key, or words of a person
     */
    CloseOutcome close(String number, String reason, Actor by);

    /**
     * The order has ended: a payment that is awaited is closed here, what was received for it and
     * has not gone back is asked back. Money that still comes goes back as well. Idempotent; an
     * order without a payment is left alone.
     */
    void giveBack(String order, String reason, Actor by);

    Optional<PaymentView> find(String number);

    Optional<PaymentView> ofOrder(String order);

    /** Those of these orders that are paid, and whose money did not go back with their end. */
    Set<String> paidOf(Collection<String> orders);

    /** What happened, oldest first. */
    List<EntryView> entries(String number);

    /** A long list, newest first. */
    Page<PaymentView> page(PaymentQuery query, PageRequest page);

    /** Payments whose shown sums differ from those of their entries: always empty, or an alarm. */
    List<String> unproven();

    /**
     * @param order number of what is paid: an order, or a top-up
     * @param amount more than 0
     */
    record OpenPayment(
            Purpose purpose,
            String order,
            CustomerId customer,
            String customerName,
            Money amount,
            Actor by) {
        public OpenPayment(
                String order, CustomerId customer, String customerName, Money amount, Actor by) {
            this(Purpose.ORDER, order, customer, customerName, amount, by);
        }
    }

    /** What is paid. */
    enum Purpose {
        ORDER,
        /** Prepaid money: what comes after the payment was closed is credited all the same. */
        TOP_UP
    }

    sealed interface PayOutcome {
        record GoTo(URI page) implements PayOutcome {}

        /**
         * @param state PAID or CLOSED
         */
        record NotAwaited(PaymentState state) implements PayOutcome {}

        /** Its time is over; it will be closed. */
        record Expired(Instant since) implements PayOutcome {}

        /** No provider is set up any more. */
        record NotOffered() implements PayOutcome {}
    }

    sealed interface CloseOutcome {
        record Closed() implements CloseOutcome {}

        record Paid() implements CloseOutcome {}

        /** Nothing was changed: the provider does not say whether it is paid. Ask again later. */
        record Unclear(String words) implements CloseOutcome {}
    }

    /**
     * @param text start of the payment's, order's or provider's number or of the customer's name;
     *     empty means all
     */
    record PaymentQuery(String text, @Nullable PaymentState state) {}

    /**
     * @param document the order, the provider's trade or the refund
     */
    record EntryView(
            long sequence,
            Kind kind,
            String document,
            Money amount,
            Instant at,
            String by,
            String note) {
        public enum Kind {
            REQUESTED,
            PAID,
            REFUND_REQUESTED,
            REFUNDED,
            CLOSED
        }
    }
}
