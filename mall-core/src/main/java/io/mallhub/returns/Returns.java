package io.mallhub.returns;

import io.mallhub.order.TimelineEntry;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Returns. Submit binds the goods to their shipment and publishes {@link ReturnSubmitted}; from
 * there the process drives, and every transition that {@link ReturnState} does not allow throws.
 * What the process or a route may repeat is idempotent.
 */
public interface Returns {
    SubmitReturnOutcome submit(SubmitReturn command);

    /** What may be returned of a company's order, in the order of its deliveries. */
    List<ReturnableLine> returnable(CustomerId company, String orderNumber);

    /** What the return would give back if all of it were accepted now; keeps nothing. */
    Reversal preview(SubmitReturn command);

    /** Facts for the decision {@code return-eligibility}. */
    EligibilityFacts facts(String number);

    /** The desk is to look at it. Idempotent. */
    void startReview(String number);

    /** The desk's decision; refuses the submitter (four eyes). */
    ActOutcome review(String number, boolean agreed, String reason, Actor by);

    /** The goods may come. Idempotent. */
    void approve(String number);

    /** Ends as REFUSED; the ERP must have nothing open. Idempotent. */
    void refuse(String number, String reason);

    /**
     * Commits the intent to send and leases the sending to the caller, as {@code
     * Orders.startSending} does. The lease ends with {@link #recordSent}, {@link #recordNotSent} or
     * {@link #recordOutcomeUnknown}, or by time after a crash ({@code
     * mallhub.returns.sending-lease}).
     */
    Sending startSending(String number);

    /** The attempt is over and the ERP surely does not have it. Idempotent. */
    void recordNotSent(String number, String detail);

    /**
     * The ERP has it, under this number. Idempotent; another number is an {@link
     * IllegalStateException}.
     */
    void recordSent(String number, String erpNumber, Instant erpTime);

    /** The attempt is over and nobody knows what the ERP has: probe before sending again. */
    void recordOutcomeUnknown(String number, String detail);

    /** The ERP no longer has it open, or never had it. Idempotent. */
    void recordVoided(String number, String detail);

    /** Goods come in at the mall's own desk; refuses the submitter. */
    ActOutcome receive(ReceiveReturn command);

    /** Goods came in at the ERP's warehouse. Idempotent. */
    ActOutcome recordErpReceipt(ErpReturnReceived command);

    /**
     * What becomes of the goods; refuses who submitted or received them. Repeated only after
     * finance sent it back.
     */
    ActOutcome inspect(InspectReturn command);

    /**
     * Finance agrees to the refund, or wants another inspection; refuses who submitted, reviewed or
     * inspected it.
     */
    ActOutcome decideRefund(String number, boolean agreed, String reason, Actor by);

    /** Posts the credit and publishes {@link ReturnSettled}. Idempotent. */
    void settle(String number);

    /**
     * Places the linked order of an exchange, in the name of the submitter. Idempotent. Empty:
     * nothing to exchange, or the order was refused (the timeline says why).
     */
    Optional<String> placeExchange(String number);

    /** Ends as COMPLETED. Idempotent. */
    void complete(String number);

    /** The buyer takes it back; publishes {@link ReturnWithdrawRequested}. */
    WithdrawOutcome requestWithdrawal(CustomerId company, String number, Actor by);

    /** The desk takes its approval back. */
    WithdrawOutcome takeBack(String number, String reason, Actor by);

    /**
     * Ends as WITHDRAWN. Idempotent. The ERP must have nothing open.
     *
     * @return false when the goods were quicker
     */
    boolean withdraw(String number, String reason);

    /** Ends as LAPSED; as {@link #withdraw}. */
    boolean lapse(String number);

    /** Writes down that the buyer was reminded to send the goods. */
    void noteReminder(String number);

    Optional<ReturnView> find(String number);

    /** As {@link #find}, but only if it belongs to the company: the buyer's door. */
    Optional<ReturnView> findOf(CustomerId company, String number);

    Page<ReturnRow> page(ReturnQuery query, PageRequest page);

    /** All of one order, oldest first; with a few statements, however many there are. */
    List<ReturnOfOrder> ofOrder(String orderNumber);

    List<TimelineEntry> timeline(String number);

    /** How much of a batch came back from whom, less what was sent to the buyer again. */
    Map<CustomerId, Quantity> returned(ProductId product, String batch);

    /** Null means any. @param text return, order or ERP number or customer name, by prefix */
    record ReturnQuery(
            @Nullable CustomerId company,
            @Nullable ReturnState state,
            @Nullable ReturnReason reason,
            @Nullable String orderNumber,
            @Nullable String text) {
        public static ReturnQuery of(CustomerId company) {
            return new ReturnQuery(company, null, null, null, null);
        }

        public static ReturnQuery ofOrder(String orderNumber) {
            return new ReturnQuery(null, null, null, orderNumber, null);
        }

        public static ReturnQuery all() {
            return new ReturnQuery(null, null, null, null, null);
        }
    }

    /**
     * @param days since the oldest of its shipments
     * @param temperatureProven a record is there and stays within 2–8 °C
     * @param amount gross, of everything asked for
     */
    record EligibilityFacts(
            long days,
            boolean coldChain,
            boolean temperatureProven,
            ReturnReason reason,
            Money amount) {}

    sealed interface ActOutcome {
        record Recorded() implements ActOutcome {}

        /**
         * Four eyes.
         *
         * @param why message key: return.submitter, return.receiver, return.inspector,
         *     return.reviewer, return.not-staff
         */
        record NotYou(String why) implements ActOutcome {}

        /** The state has moved on; nothing was recorded. */
        record NotNow(ReturnState state) implements ActOutcome {}

        /** What was entered does not hold; every failing line is named. */
        record Refused(List<SubmitReturnOutcome.LineProblem> problems) implements ActOutcome {}
    }

    sealed interface WithdrawOutcome {
        record Requested() implements WithdrawOutcome {}

        record TooLate(ReturnState state) implements WithdrawOutcome {}
    }

    sealed interface Sending {
        /**
         * @param probeFirst an earlier attempt may have reached the ERP: ask it first
         */
        record Granted(boolean probeFirst) implements Sending {}

        /** Another attempt holds the lease: send nothing now, try again after it. */
        record InFlight(Instant until) implements Sending {}

        record AlreadySent(String erpNumber) implements Sending {}

        record AtAnEnd(ReturnState state) implements Sending {}
    }
}
