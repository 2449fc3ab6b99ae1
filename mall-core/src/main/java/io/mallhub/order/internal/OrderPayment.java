package io.mallhub.order.internal;

import io.mallhub.customer.CustomerView;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.OpenPayment;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentState;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.PrepaidAccounts.HoldOutcome;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.OrderTransfers.OpenTransfer;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The money of an order, the way it is paid: credit is committed and becomes a receivable, prepaid
 * money is held and captured, online or by transfer it is asked for when the order is taken.
 * Everything joins the transaction of the order's own step.
 */
@Component
class OrderPayment {
    private final StoredPaymentMethods methods;
    private final Receivables receivables;
    private final PrepaidAccounts prepaid;
    private final OnlinePayments online;
    private final OnlineRefunds refunds;
    private final OrderTransfers transfers;

    OrderPayment(
            StoredPaymentMethods methods,
            Receivables receivables,
            PrepaidAccounts prepaid,
            OnlinePayments online,
            OnlineRefunds refunds,
            OrderTransfers transfers) {
        this.methods = methods;
        this.receivables = receivables;
        this.prepaid = prepaid;
        this.online = online;
        this.refunds = refunds;
        this.transfers = transfers;
    }

    Optional<LineProblem> objection(CustomerView customer, PaymentMethod method) {
        return methods.allows(customer.viewer(), method)
                ? Optional.empty()
                : Optional.of(new LineProblem(-1, null, "payment.not-allowed", method.name()));
    }

    /** What {@link #reserve} would say now; writes nothing and locks nothing. */
    Optional<LineProblem> foresee(CustomerId customer, PaymentMethod method, Money total) {
        return switch (method) {
            case CREDIT -> Optional.empty();
            case PREPAID -> {
                Money available = prepaid.balance(customer).available().total();
                yield total.compareTo(available) > 0
                        ? Optional.of(tooLow(total, available))
                        : Optional.empty();
            }
            case ONLINE -> beyondOnline(total);
            case TRANSFER -> Optional.empty();
        };
    }

    private static Optional<LineProblem> beyondOnline(Money total) {
        return total.compareTo(OnlinePayments.MOST) > 0
                ? Optional.of(
                        new LineProblem(
                                -1,
                                null,
                                "payment.online-too-much",
                                total + " > " + OnlinePayments.MOST))
                : Optional.empty();
    }

    /** Keeps credit or prepaid money for it, or nothing and says why. */
    Optional<LineProblem> reserve(Order order) {
        return switch (order.payment()) {
            case CREDIT -> {
                receivables.commit(order.customer(), order.number(), order.total());
                yield Optional.empty();
            }
            case PREPAID -> problem(prepaid.hold(order.customer(), order.number(), order.total()));
            case ONLINE, TRANSFER -> Optional.empty();
        };
    }

    /** Keeps so much for it from now on, or changes nothing and says why. */
    Optional<LineProblem> change(Order order, Money total) {
        return switch (order.payment()) {
            case CREDIT -> {
                receivables.recommit(order.customer(), order.number(), total);
                yield Optional.empty();
            }
            case PREPAID -> problem(prepaid.changeHold(order.customer(), order.number(), total));
            case ONLINE -> beyondOnline(total);
            case TRANSFER -> Optional.empty();
        };
    }

    private static Optional<LineProblem> problem(HoldOutcome outcome) {
        return switch (outcome) {
            case HoldOutcome.Held held -> Optional.empty();
            case HoldOutcome.TooLow low -> Optional.of(tooLow(low.wanted(), low.available()));
        };
    }

    private static LineProblem tooLow(Money wanted, Money available) {
        return new LineProblem(-1, null, "payment.prepaid-too-low", wanted + " > " + available);
    }

    void take(Order order, Actor by) {
        switch (order.payment()) {
            case CREDIT ->
                    receivables.post(order.customer(), order.number(), order.total(), null, by);
            case PREPAID -> prepaid.capture(order.customer(), order.number(), order.total(), by);
            case ONLINE -> ask(order, by);
            case TRANSFER -> askForTransfer(order, by);
        }
    }

    /** An order that costs nothing is paid. */
    static boolean isToBePaidFirst(Order order) {
        boolean before =
                switch (order.payment()) {
                    case CREDIT, PREPAID -> false;
                    case ONLINE, TRANSFER -> true;
                };
        return before && !order.total().isZero();
    }

    private void askForTransfer(Order order, Actor by) {
        if (isToBePaidFirst(order)) {
            transfers.open(
                    new OpenTransfer(
                            order.number(),
                            order.customer(),
                            order.customerName(),
                            order.total(),
                            by));
        }
    }

    private void ask(Order order, Actor by) {
        if (isToBePaidFirst(order)) {
            online.open(
                    new OpenPayment(
                            order.number(),
                            order.customer(),
                            order.customerName(),
                            order.total(),
                            by));
        }
    }

    /** It can go back. */
    boolean isThere(Order order) {
        return !isToBePaidFirst(order) || isPaid(order);
    }

    /** Nothing leaves the house before: neither for a step that lags behind nor for an old one. */
    void mustBeThere(Order order) {
        if (!isThere(order)) {
            throw new IllegalStateException("Order " + order.number() + " is not paid yet");
        }
    }

    private boolean isPaid(Order order) {
        return order.payment() == PaymentMethod.TRANSFER
                ? transfers
                        .ofOrder(order.number())
                        .filter(it -> it.state() == TransferState.PAID)
                        .isPresent()
                : online.ofOrder(order.number())
                        .filter(it -> it.state() == PaymentState.PAID)
                        .isPresent();
    }

    void giveBack(Order order, String reason, Actor by) {
        switch (order.payment()) {
            case CREDIT -> receivables.reverse(order.customer(), order.number(), reason, by);
            case PREPAID -> prepaid.giveBack(order.customer(), order.number(), reason, by);
            case ONLINE -> online.giveBack(order.number(), reason, by);
            case TRANSFER -> transfers.giveBack(order.number(), reason, by);
        }
    }

    void refund(Order order, String creditNote, Money amount, String reason, Actor by) {
        switch (order.payment()) {
            case CREDIT ->
                    receivables.credit(
                            order.customer(), order.number(), creditNote, amount, reason, by);
            case PREPAID ->
                    prepaid.refund(
                            order.customer(), order.number(), creditNote, amount, reason, by);
            case ONLINE -> refunds.request(order.number(), creditNote, amount, reason, by);
            case TRANSFER -> transfers.refund(order.number(), creditNote, amount, reason, by);
        }
    }
}
