package io.mallhub.binding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of the suite over a connection. */
public record Certification(
        long id,
        String connection,
        String definition,
        boolean writing,
        String by,
        Instant startedAt,
        @Nullable Instant finishedAt,
        State state,
        int passed,
        int failed,
        int notApplicable) {

    public enum State {
        RUNNING,
        PASSED,
        FAILED,
        /** Nothing failed, and nothing was there to be checked: it says nothing about the ERP. */
        NOTHING_PROVED,
        /** The node that ran it stopped. */
        CUT_SHORT
    }

    /** What an ERP must keep. */
    public enum Contract {
        /** The list can be called and its records read. */
        READABLE,
        /** Small pages give the same records as large ones: nothing is lost or doubled at edges. */
        PAGE_EDGES,
        /** A walk never goes back in time. */
        IN_ORDER,
        /** Read from a moment, what changed at that very moment is there again. */
        SAME_MOMENT,
        /** Read from a moment to come, there is nothing. */
        ONLY_NEW,
        /** A reply that breaks off is noticed, and the list is whole the next time. */
        BROKEN_REPLY,
        /** A reference nobody uses finds nothing. */
        FINDS_NOTHING,
        /** What was created is found by its reference, once. */
        FOUND_AGAIN,
        CREATED,
        /** Sent again with the same reference there is still one, as the definition promises. */
        NOT_TWICE,
        VOIDED,
        /** The reply is lost after the ERP has it: the hub knows it does not know, and finds it. */
        REPLY_LOST,
        /** The request is lost: the hub knows it does not know, and finds nothing. */
        REQUEST_LOST,
        /** Characters outside of the common ones are found again as they were sent. */
        TEXT_KEPT,
        /** A document is void although the reply is lost, and the hub knows it does not know. */
        VOID_REPLY_LOST,
        /** What the mall changes stands in the ERP. */
        CHANGED,
        /** A change of an older version is refused, and known as such. */
        STALE_REFUSED,
        /** The reply to a change is lost: the hub knows it does not know, and reads it. */
        CHANGE_REPLY_LOST;

        /** An ERP without any record keeps the others for want of anything to break them with. */
        public boolean proves() {
            return this != FINDS_NOTHING;
        }
    }

    public enum Outcome {
        PASSED,
        FAILED,
        NOT_APPLICABLE
    }

    /** Why it failed or does not apply. */
    public enum Reason {
        NONE,
        NO_OPERATION,
        NO_RECORDS,
        NOT_ASKED_FOR,
        NOT_PROMISED,
        /** The list is walked by page or token and keeps its own beginning. */
        OTHER_PAGING,
        /** Faults can be switched on in the simulator only. */
        NO_FAULTS,
        NEEDS_DELIVERY,
        NEEDS_MASTER_DATA,
        /** The ERP counts no versions of its records. */
        NO_VERSIONS,
        /** It is refused with the character named, so that nothing wrong is kept. */
        NOT_CARRIED,
        FAULT,
        BAD_RECORDS,
        LOST,
        DOUBLED,
        BACKWARDS,
        NOT_FOUND,
        NOT_NOTICED,
        STILL_THERE,
        OTHER_TEXT
    }

    /**
     * @param messages ids of the exchanges in the message log
     */
    public record Check(
            Entity entity,
            Depth depth,
            Contract contract,
            Outcome outcome,
            Reason reason,
            String detail,
            List<Long> messages) {
        public Check {
            messages = List.copyOf(messages);
        }
    }
}
