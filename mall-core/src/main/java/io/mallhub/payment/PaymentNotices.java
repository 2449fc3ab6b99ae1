package io.mallhub.payment;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the provider tells of payments. Money is only ever booked from here: the signature is
 * checked first, then merchant, currency and amount; what does not fit is kept for a person and
 * never applied.
 */
public interface PaymentNotices {
    /**
     * Takes a notice as it came. Idempotent: the same notice again changes nothing.
     *
     * @return empty when it is not authentic, and nothing was kept; else it need not be sent again
     */
    Optional<Verdict> receive(Map<String, String> fields);

    List<NoticeView> ofPayment(String payment);

    /** Newest first. @param waitingOnly those that wait for a person */
    Page<NoticeView> page(boolean waitingOnly, PageRequest page);

    /** A person has looked into one that was not applied. Audited. */
    HandleOutcome handled(long id, String how, Actor by);

    enum Verdict {
        /** It paid its order. */
        APPLIED,
        /** Known already. */
        REPEATED,
        /** Not about money. */
        NO_NEWS,
        /** Paid twice, or paid after the end: goes back. */
        SURPLUS,
        WRONG_AMOUNT,
        WRONG_CURRENCY,
        WRONG_MERCHANT,
        UNKNOWN_PAYMENT;

        /** Not applied: somebody must look. */
        public boolean isForAPerson() {
            return ordinal() >= WRONG_AMOUNT.ordinal();
        }
    }

    /**
     * @param payment our number as the provider gave it; of an unknown one whatever it gave
     * @param times how often it came
     * @param handledBy null while nobody has looked into it
     */
    record NoticeView(
            long id,
            String payment,
            String providerNumber,
            String status,
            Money amount,
            String currency,
            String merchant,
            Verdict verdict,
            String detail,
            Instant receivedAt,
            int times,
            @Nullable String handledBy,
            @Nullable Instant handledAt,
            String handling) {
        public boolean isWaiting() {
            return verdict.isForAPerson() && handledAt == null;
        }
    }

    sealed interface HandleOutcome {
        record Done() implements HandleOutcome {}

        /**
         * @param why message key: notice.nothing-to-do, notice.reason-missing, notice.not-staff
         */
        record Refused(String why) implements HandleOutcome {}
    }
}
