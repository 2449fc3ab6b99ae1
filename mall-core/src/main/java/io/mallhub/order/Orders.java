package io.mallhub.order;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders. Submit does licence gate, price, stock hold and credit commitment in one transaction and
 * publishes {@link OrderSubmitted}; from there the process drives, and every transition that {@link
 * OrderState} does not allow throws. Methods that the process or a route may repeat are idempotent
 * and say so.
 */
public interface Orders {
    SubmitOutcome submit(SubmitOrder command);

    /**
     * Facts for the approval decision (DMN), read fresh; stores the licence verdicts as evidence.
     */
    ApprovalFacts approvalFacts(String number);

    /**
     * Remembers why the order needs approval and moves it to IN_APPROVAL, or to APPROVED when
     * {@code stops} is empty. Idempotent.
     */
    void recordStops(String number, List<OrderView.Stop> stops);

    /**
     * One decision of one group; refuses the submitter and anyone who already decided for another
     * group (four eyes).
     */
    ApprovalOutcome recordApproval(
            String number, String group, boolean approved, String reason, Actor by);

    /** All needed approvals are in: posts the receivable. Idempotent. */
    void approve(String number);

    /** Licence gate at ERP push and at shipping; stores verdicts. Empty when all lines pass. */
    List<SubmitOutcome.LineProblem> recheckLicences(String number, String point);

    /**
     * Commits the intent to send, before anything is sent. Idempotent. Refused when the order is at
     * an end.
     */
    boolean startSending(String number);

    /**
     * The ERP has it, under this number. Idempotent; another number is an {@link
     * IllegalStateException}.
     */
    void recordSent(String number, String erpNumber, Instant erpTime);

    void recordOutcomeUnknown(String number, String detail);

    /**
     * What the ERP reports of it, from a route. Idempotent; publishes {@link ErpAnsweredOrder} on
     * change.
     */
    void recordErpAnswer(String number, boolean accepted, String erpWords, Instant erpTime);

    /**
     * A delivery with batches. Idempotent by ERP delivery number; publishes {@link OrderShipped}.
     * More than ordered is refused.
     */
    void recordShipment(ReportShipment report);

    void recordVoided(String number, String detail);

    /**
     * Ends as REJECTED: hold, credit and commitment go back in the same transaction. Idempotent.
     */
    void reject(String number, String reason, Actor by);

    /** The buyer or the desk wants it stopped; publishes {@link OrderCancelRequested}. */
    CancelOutcome requestCancel(String number, String reason, Actor by);

    /** Ends as CANCELLED; everything goes back. Idempotent. */
    void cancel(String number, String reason, Actor by);

    /** Fully shipped: ends as COMPLETED. Idempotent. */
    void complete(String number);

    Optional<OrderView> order(String number);

    /**
     * As {@link #order(String)}, but only if it belongs to the company: the only way a buyer's door
     * reads an order.
     */
    Optional<OrderView> orderOf(CustomerId company, String number);

    Page<OrderRow> page(OrderQuery query, PageRequest page);

    List<TimelineEntry> timeline(String number);

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

    /** Inputs of the decision {@code order-approval-needs}. */
    record ApprovalFacts(
            Money total,
            Money creditFree,
            Money overdue,
            boolean belowFloor,
            boolean licencesValid,
            boolean controlledGoods,
            int lines) {}

    sealed interface ApprovalOutcome {
        record Recorded() implements ApprovalOutcome {}

        /** Four eyes: this person submitted the order or decided for another group. */
        record NotYou(String why) implements ApprovalOutcome {}
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
