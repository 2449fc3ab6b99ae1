package io.mallhub.order;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a part of an order after its approval, while nothing of it is shipped. The ERP has the
 * order whole, so it is made void there first; then the order shrinks, with all that it holds and
 * cost, in one transaction, and is sent anew as it stands ({@link OrderReduced}).
 */
public interface PartCancellations {
    /**
     * What a request would do. Nothing is changed.
     *
     * @param keep as in {@link CancelPart}
     */
    Preview preview(String orderNumber, Map<Integer, Quantity> keep);

    /**
     * Asks for it; publishes {@link PartCancelRequested}. Whether it is too late is the ERP's word.
     * The same form sent twice asks once: the second finds the first one waiting.
     */
    Outcome request(CancelPart command);

    /**
     * The buyer's company, of what it asked for itself, or the desk thinks better of it, until
     * {@link #start} was granted once: from then on the ERP may have been spoken to.
     *
     * @param part of that order
     * @param by a buyer of the order's company, or staff
     * @return empty, or a message key, and nothing was changed: order-part.over (it is settled),
     *     order-part.of-desk, order-part.under-way
     */
    Optional<String> withdraw(String orderNumber, long part, Actor by);

    /**
     * Before anything is said to the ERP: leases the order, so that nothing is sent meanwhile and
     * two activations of one job never void what the other has sent anew. What the order holds is
     * held again, since the ERP's figures are about to forget it. A lease ends with {@link
     * #carryOut}, {@link #tooLate} or {@link #leave}, or by time after a crash. Repeatable.
     */
    Start start(long part);

    /**
     * The ERP surely has it no longer open: the order shrinks. Idempotent. Where the order is
     * another one than was seen, nothing of it changes, and it is sent anew whole.
     *
     * @throws IllegalStateException while the ERP may have it open
     */
    void carryOut(long part);

    /** The ERP has begun to ship: nothing changes, buyer and desk are told. Idempotent. */
    void tooLate(long part, String erpWords);

    /** Nothing came of this attempt; another one may follow at once. */
    void leave(long part);

    /** Newest first. */
    List<Part> ofOrder(String orderNumber);

    sealed interface Preview {
        record Shown(PartStatement statement) implements Preview {}

        /**
         * @param why message key: order-part.…, quantity.…
         */
        record Refused(String why, String detail) implements Preview {}
    }

    sealed interface Outcome {
        record Requested(long part) implements Outcome {}

        /** As {@link Preview.Refused}. */
        record Refused(String why, String detail) implements Outcome {}

        /** Something changed since it was shown: this is what it would do now. */
        record Changed(PartStatement now) implements Outcome {}
    }

    sealed interface Start {
        record Granted(String orderNumber, String reason) implements Start {}

        /** A sending or another attempt is under way: again later. */
        record InFlight(Instant until) implements Start {}

        /** There is nothing to do any more. */
        record Over() implements Start {}
    }

    /**
     * @param revision of the order that was seen
     * @param started the ERP may have been spoken to
     * @param statement as it was shown, and done
     * @param words of the ERP, when it was too late
     */
    record Part(
            long id,
            State state,
            int revision,
            String reason,
            Actor by,
            Instant at,
            @Nullable Instant settledAt,
            String words,
            boolean started,
            PartStatement statement) {
        public boolean isRequested() {
            return state == State.REQUESTED;
        }

        /** Nobody has spoken to the ERP about it. */
        public boolean isWithdrawable() {
            return isRequested() && !started;
        }

        /** What a buyer of the company asked for; what the desk did is the desk's. */
        public boolean isOfBuyer() {
            return by.kind() == Actor.Kind.BUYER;
        }

        public boolean isDone() {
            return state == State.DONE;
        }
    }

    enum State {
        REQUESTED,
        DONE,
        /** The ERP had begun to ship. */
        TOO_LATE,
        /** The order had changed: what was shown could not be done. */
        OUTDATED,
        /** The whole order ended first. */
        OVERTAKEN,
        /** Before the ERP was spoken to. */
        WITHDRAWN
    }
}
