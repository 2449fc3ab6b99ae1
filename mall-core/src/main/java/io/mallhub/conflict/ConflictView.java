package io.mallhub.conflict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One disagreement and what became of it.
 *
 * @param mallValue as it is now; once decided, as it was then
 * @param erpValue likewise
 * @param seen how often the ERP has brought it
 * @param lastSeen when a side last said something new
 * @param chosen by whom and why is in {@code decidedBy} and {@code reason}
 */
public record ConflictView(
        String number,
        String connection,
        Field field,
        String subject,
        String title,
        String mallValue,
        String erpValue,
        State state,
        int seen,
        Instant foundAt,
        Instant lastSeen,
        @Nullable Side chosen,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String reason) {

    public enum State {
        OPEN,
        /** The ERP's value was chosen and is not written yet. */
        DECIDED,
        APPLIED,
        /** Ended by itself: both sides said the same again. */
        SETTLED
    }
}
