package io.mallhub.order;

import io.mallhub.payment.OnlinePayments;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders. Submit does licence gate, price, stock hold and credit commitment (of a prepaid order:
 * the hold of its money) in one transaction and publishes {@link OrderSubmitted}; from there the
 * process drives, and every transition that {@link OrderState} does not allow throws. Methods that
 * the process or a route may repeat are idempotent and say so.
 */
public interface Orders {
    /** Whether the text has the form of the mall's order numbers: an ERP keeps others beside. */
    static boolean isNumber(String text) {
        return text.length() >= 16
                && text.startsWith("SO")
                && text.chars().skip(2).allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** Staff orders for the companies it sells to, and for no other. */
    SubmitOutcome submit(SubmitOrder command);

    /**
     * Those of these companies that ordered since then, in the mall or in the ERP itself. What was
     * rejected or cancelled does not count.
     */
    Set<CustomerId> orderedSince(Instant since, Collection<CustomerId> companies);

    /**
     * Changes quantities and takes lines out, by staff of the order desk, while the order waits for
     * approval and nobody has refused it nor everybody agreed. In one transaction: licence gate and
     * today's prices for all lines that stay, holds of stock and money, what was to be approved and
     * was approved is withdrawn (kept as evidence), and the order is SUBMITTED again; publishes
     * {@link OrderChanged}. The same form sent twice changes once: the second one is outdated.
     */
    ChangeOutcome change(ChangeOrder command);

    /**
     * Facts for the approval decision (DMN), read fresh; stores the licence verdicts as evidence.
     */
    ApprovalFacts approvalFacts(String number);

    /**
     * Remembers why the order needs approval and moves it to IN_APPROVAL. Idempotent. An order that
     * nobody has to be asked about is approved at once ({@link #approve}).
     *
     * @param revision of the facts that were decided on; of an order changed since nothing happens
     */
    void recordStops(String number, int revision, List<OrderView.Stop> stops);

    /**
     * One decision of one group; refuses the submitter, who changed the order, and anyone who
     * already decided for another group (four eyes).
     *
     * @param revision of the order that the decider saw
     */
    ApprovalOutcome recordApproval(
            String number, int revision, String group, boolean approved, String reason, Actor by);

    /**
     * Nobody has to be asked, or all needed approvals are in: posts the receivable, captures the
     * prepaid money, or asks for the online payment or the transfer. Idempotent.
     *
     * @param revision of the facts that were decided on
     * @throws IllegalStateException for an order changed since, for one with stops of which an
     *     approval is missing or was denied, and for one that has ended
     */
    Approved approve(String number, int revision);

    /**
     * Licence gate at shipping; stores verdicts. Empty when all lines pass, or all but gifts: these
     * are left out then, the buyer and the order desk are told.
     */
    List<SubmitOutcome.LineProblem> recheckLicences(String number, String point);

    /**
     * Commits the intent to send, before anything is sent, and leases the sending to the caller, so
     * that two activations of one push never send at the same time. The lease ends with {@link
     * #recordSent}, {@link #recordNotSent} or {@link #recordOutcomeUnknown}, or by time after a
     * crash; it is longer than any request may last ({@code mallhub.order.sending-lease}). The
     * licence gate is asked with it: no lease for goods that may not go there today. An order that
     * is not approved yet, or to be paid first and not paid, is an {@link IllegalStateException}.
     * An order that the ERP rejected may be sent anew: its old ERP number is forgotten (the
     * timeline keeps it), so a probe must look past rejected and void ERP orders.
     */
    Sending startSending(String number);

    /**
     * The attempt is over and the ERP surely does not have the order (connection refused, or a
     * probe said so): the next attempt may send at once. Idempotent.
     */
    void recordNotSent(String number, String detail);

    /**
     * The ERP has it, under this number. Idempotent; another number is an {@link
     * IllegalStateException}. Kept even when the order has ended meanwhile, so that it can be
     * voided.
     */
    void recordSent(String number, String erpNumber, Instant erpTime);

    /** The attempt is over and nobody knows what the ERP has: probe before sending again. */
    void recordOutcomeUnknown(String number, String detail);

    /**
     * What the ERP reports of it, from a route. Idempotent; publishes {@link ErpAnsweredOrder} on
     * change.
     */
    void recordErpAnswer(String number, boolean accepted, String erpWords, Instant erpTime);

    /**
     * A delivery with batches. Idempotent by ERP delivery number; publishes {@link OrderShipped}.
     * More than ordered is refused, whole.
     */
    ShipmentOutcome recordShipment(ReportShipment report);

    /**
     * The ERP no longer has it open, or never had it. Idempotent. A shipped order is an {@link
     * IllegalStateException}.
     */
    void recordVoided(String number, String detail);

    /**
     * As above, made void by the mall: none of these ERP orders is this one any more, whatever is
     * still reported of it.
     *
     * @param erpNumbers of all that the ERP had of it
     */
    void recordVoided(String number, Collection<String> erpNumbers, String detail);

    /** ERP numbers that the order had and left behind; none of them is sent to or listened to. */
    Set<String> erpNumbersLeft(String number);

    /**
     * Ends as REJECTED: hold, credit and prepaid money go back in the same transaction, and money
     * paid online is asked back in it. Idempotent. An order the ERP has or may have open must be
     * voided there first ({@link #recordVoided}), else {@link IllegalStateException}.
     */
    void reject(String number, String reason, Actor by);

    /** The buyer or the desk wants it stopped; publishes {@link OrderCancelRequested}. */
    CancelOutcome requestCancel(String number, String reason, Actor by);

    /**
     * Ends as CANCELLED; everything goes back. Idempotent; the same condition as {@link #reject}.
     */
    void cancel(String number, String reason, Actor by);

    /**
     * What goods of the order would have cost by themselves: at the prices and the time of the
     * order, with the promotions and coupons it used.
     *
     * @param kept how many by 1-based line; a line that is missing is not kept
     */
    Keeping keeping(String number, Map<Integer, Quantity> kept);

    /**
     * @param total less what promotions and coupons take off, with what gifts cost that these goods
     *     no longer earn
     * @param useless numbers of the order's coupons that take nothing off these goods
     * @param ended names of the order's promotions that give nothing for these goods
     * @param gifts what they cost that are no longer earned
     */
    record Keeping(Money total, Set<String> useless, List<String> ended, Money gifts) {}

    /**
     * Frees the coupons of the order that take nothing off the goods that stay. Joins the caller's
     * transaction; idempotent.
     */
    void giveCouponsBack(String number, Map<Integer, Quantity> kept, String reason, Actor by);

    /**
     * Gives back a part of the order's money for goods that came back, the way it was paid: a
     * credit on the receivable, a refund to the prepaid account, one through the payment provider,
     * which is on its way from then on, or one by transfer, which finance is asked for. Idempotent
     * by credit note.
     *
     * @param amount more than 0; of all credit notes together at most the order's total
     * @throws IllegalStateException when less than that is left of what the order was paid with
     */
    void refund(String number, String creditNote, Money amount, String reason, Actor by);

    /** Fully shipped: ends as COMPLETED. Idempotent. */
    void complete(String number);

    Optional<OrderView> order(String number);

    /** Where the order stands, without its lines and history: one small row. */
    default Optional<Standing> standing(String number) {
        return order(number)
                .map(
                        it ->
                                new Standing(
                                        it.customerName(),
                                        it.state(),
                                        it.erpState(),
                                        it.erpNumber(),
                                        it.total().isZero()));
    }

    /**
     * @param free it costs nothing: nobody pays, and no invoice is due
     */
    record Standing(
            String customerName,
            OrderState state,
            ErpState erpState,
            @Nullable String erpNumber,
            boolean free) {}

    /**
     * As {@link #order(String)}, but only if it belongs to the company: the only way a buyer's door
     * reads an order.
     */
    Optional<OrderView> orderOf(CustomerId company, String number);

    Page<OrderRow> page(OrderQuery query, PageRequest page);

    /** Orders of several companies, newest first. */
    Page<OrderRow> pageOf(Collection<CustomerId> companies, PageRequest page);

    /** Numbers of orders that are not shipped whole nor at an end and still lack some of it. */
    List<String> openWith(ProductId product);

    /** Numbers of orders of the company that are not shipped whole nor at an end. */
    List<String> openOf(CustomerId company);

    List<TimelineEntry> timeline(String number);

    /**
     * What became of each promotion rule about its goods when it was submitted, in the order of
     * their turns. Empty for orders from before it was kept, and for what replaces goods.
     */
    List<Explanation> explanations(String number);

    /** Null means any. @param text number, ERP number or customer name, by prefix */
    record OrderQuery(
            @Nullable CustomerId company,
            @Nullable OrderState state,
            @Nullable ErpState erpState,
            @Nullable String text,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public static OrderQuery of(CustomerId company) {
            return new OrderQuery(company, null, null, null, null, null);
        }

        public static OrderQuery all() {
            return new OrderQuery(null, null, null, null, null, null);
        }
    }

    /**
     * Inputs of the decision {@code order-approval-needs}, and whose order it is.
     *
     * @param creditFree after this order's own commitment: negative means over the limit; of an
     *     order not on credit never negative
     * @param overdue of the customer, today
     * @param controlledGoods a line needs special control: psychotropics, controlled compounds,
     *     anabolics and peptides
     * @param quota goods of which the company orders more than their quota, with the figures; empty
     *     for none
     * @param revision of the order; how often it was changed
     */
    record ApprovalFacts(
            String customerName,
            Money total,
            Money creditFree,
            Money overdue,
            boolean belowFloor,
            boolean licencesValid,
            boolean controlledGoods,
            String quota,
            int lines,
            int revision) {
        public boolean overQuota() {
            return !quota.isEmpty();
        }
    }

    sealed interface ApprovalOutcome {
        record Recorded() implements ApprovalOutcome {}

        /**
         * Four eyes: this person submitted or changed the order or decided for another group, or
         * another one has decided for this group.
         *
         * @param why message key: approval.submitter, approval.changer, approval.salesperson,
         *     approval.other-group, approval.already-decided, approval.not-staff
         */
        record NotYou(String why) implements ApprovalOutcome {}

        /**
         * Nothing is asked of anybody any more that the decider could have seen.
         *
         * @param why message key: approval.changed when the order was changed since, else
         *     approval.not-asked
         */
        record Withdrawn(String why) implements ApprovalOutcome {}
    }

    /**
     * @param toBePaidFirst its payment was asked for: {@link OnlinePayments#ofOrder} or {@link
     *     OrderTransfers#ofOrder} tells whether it has come
     */
    record Approved(boolean toBePaidFirst) {}

    /** How the caller goes on after {@link #startSending}. */
    sealed interface Sending {
        /**
         * @param probeFirst an earlier attempt may have reached the ERP: ask it by order number
         *     before anything is sent
         */
        record Granted(boolean probeFirst) implements Sending {}

        /** Another attempt holds the lease: send nothing now, try again after it. */
        record InFlight(Instant until) implements Sending {}

        /** The licence gate is closed for these lines; the verdicts are kept. Nothing is leased. */
        record Stopped(List<SubmitOutcome.LineProblem> problems) implements Sending {}

        record AlreadySent(String erpNumber) implements Sending {}

        record AtAnEnd(OrderState state) implements Sending {}
    }

    sealed interface ShipmentOutcome {
        record Recorded(boolean complete) implements ShipmentOutcome {}

        /** This delivery number is known: nothing changed. */
        record Repeated() implements ShipmentOutcome {}

        /**
         * Nothing was recorded; for quarantine.
         *
         * @param problem message key: shipment.more-than-ordered, shipment.unknown-line,
         *     shipment.order-ended, shipment.unknown-order, shipment.not-sent
         */
        record Refused(String problem, String detail) implements ShipmentOutcome {}
    }

    sealed interface CancelOutcome {
        record Requested() implements CancelOutcome {}

        /** Too late: the ERP has begun to ship, or the order is at an end. */
        record TooLate(OrderState state) implements CancelOutcome {}
    }

    record ReportShipment(
            String orderNumber,
            String erpDeliveryNumber,
            Instant shippedAt,
            List<Batch> batches,
            String connection) {
        /**
         * @param line 1-based line of the mall order where the ERP keeps it, else 0: matched by
         *     product
         */
        public record Batch(
                int line,
                ProductId product,
                String batch,
                @Nullable LocalDate expiry,
                Quantity quantity) {}
    }
}
