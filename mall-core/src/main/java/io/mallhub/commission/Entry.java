package io.mallhub.commission;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the commission ledger; never changed or deleted.
 *
 * @param beneficiary login, lower case
 * @param depth 0 for salespeople, 1 or 2 for sharers
 * @param line 1-based line of the order, 0 when it is about none
 * @param basis net amount the rate was applied to
 * @param ruleId the version of the rule it was counted by
 * @param link share link that brought the line; null where none did
 * @param amount positive: the beneficiary is owed more
 * @param document source: order, return, statement
 * @param corrects sequence of the entry that is clawed back, reversed or corrected
 */
public record Entry(
        long sequence,
        String beneficiary,
        Kind kind,
        @Nullable Channel channel,
        int depth,
        @Nullable CustomerId customer,
        @Nullable String order,
        int line,
        @Nullable Money basis,
        @Nullable BigDecimal rate,
        @Nullable Long ruleId,
        @Nullable String link,
        Money amount,
        Money balanceAfter,
        String document,
        @Nullable Long corrects,
        Instant at,
        String by,
        String reason) {
    public enum Kind {
        EARNED,
        BONUS,
        CLAWED_BACK,
        REVERSAL,
        CORRECTION,
        PAID
    }

    public enum Channel {
        SALES,
        DISTRIBUTION
    }
}
