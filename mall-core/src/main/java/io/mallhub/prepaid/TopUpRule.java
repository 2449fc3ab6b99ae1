package io.mallhub.prepaid;

import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a top-up of at least the threshold earns; never changed.
 *
 * @param name as the entry of the top-up and the buyer's page name it
 * @param bonus fixed amount; null when the bonus is a percentage
 * @param percent of the top-up, 5 = 5 %; null when the bonus is an amount
 * @param until last day, null = open
 */
public record TopUpRule(
        long id,
        String name,
        Money threshold,
        @Nullable Money bonus,
        @Nullable BigDecimal percent,
        LocalDate from,
        @Nullable LocalDate until,
        String reason,
        String by,
        Instant at) {

    /** The bonus: ≥ threshold → amount or percentage, for people to read. */
    public String terms() {
        return "≥ "
                + threshold
                + " → "
                + (percent == null ? bonus : percent.stripTrailingZeros().toPlainString() + " %");
    }
}
