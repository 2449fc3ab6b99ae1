package io.mallhub.commission;

import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of what earns commission; never changed.
 *
 * @param product of {@link Kind#DISTRIBUTION} alone
 * @param depth 1 or 2, of {@link Kind#DISTRIBUTION} alone; else 0
 * @param rate part of the net amount, 0.03 = 3 %; null for the bonus
 * @param bonus per activated customer; null for rates
 * @param until last day, null = open
 */
public record Rule(
        long id,
        Kind kind,
        @Nullable ProductId product,
        int depth,
        @Nullable BigDecimal rate,
        @Nullable Money bonus,
        LocalDate from,
        @Nullable LocalDate until,
        String reason,
        String by,
        Instant at) {
    /** What is rewarded. There is no pay for heads: neither for sharers won nor for teams. */
    public enum Kind {
        /** The customer's own order, for the salesperson the customer is assigned to. */
        SELF_SERVICE,
        /** An order that staff placed for the customer, for who placed it. */
        ON_BEHALF,
        /** A customer's first paid and shipped order, for the assigned salesperson. */
        ACTIVATION,
        /** A product bought through a share link, for the sharer and at most one above. */
        DISTRIBUTION
    }
}
