package io.mallhub.commission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement whole, as its pages show it.
 *
 * @param secondNeeded a second finance person has to agree
 * @param payee into which account it is or would be paid; null while there is none in force
 */
public record StatementView(
        StatementRow row,
        Instant computedAt,
        @Nullable Instant publishedAt,
        boolean secondNeeded,
        List<Line> lines,
        List<Dispute> disputes,
        List<Approval> approvals,
        @Nullable Payee payee,
        Voucher voucher,
        @Nullable String paymentFile,
        @Nullable String bankReference,
        @Nullable Instant paidAt,
        String failure) {

    public enum LineState {
        OPEN,
        DISPUTED,
        LINKED,
        CARRIED
    }

    /**
     * @param note why it is held
     */
    public record Line(Entry entry, LineState state, String note) {}

    /**
     * @param upheld null while nobody has answered
     */
    public record Dispute(
            long id,
            long entry,
            String words,
            String by,
            Instant at,
            @Nullable Boolean upheld,
            String answer,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt) {}

    public record Approval(Step step, boolean approved, String by, Instant at, String reason) {}

    public enum Step {
        SALES,
        FINANCE,
        SECOND
    }

    public record Voucher(VoucherState state, @Nullable String number, String detail) {}

    public enum VoucherState {
        NOT_SENT,
        SENDING,
        POSTED,
        OUTCOME_UNKNOWN
    }
}
