package io.mallhub.prepaid;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the bonus, as data. Of the rules of one threshold valid on a day the newest counts:
 * a newer one with an end is a campaign, a newer one of 0 ends it. Of those that count, a top-up
 * earns by the highest threshold it reaches, and by no other.
 */
public interface TopUpRules {
    /** Audited. */
    PutOutcome put(PutRule command);

    /** What a top-up of this amount earns today. */
    Bonus bonus(Money amount);

    /** All that count on this day, the lowest threshold first. */
    List<TopUpRule> inForce(LocalDate day);

    /** Every version, newest first. */
    Page<TopUpRule> history(PageRequest page);

    /**
     * @param rule null when none applies
     */
    record Bonus(Money amount, @Nullable TopUpRule rule) {}

    /** Exactly one of bonus and percent is given. */
    record PutRule(
            String name,
            Money threshold,
            @Nullable Money bonus,
            @Nullable BigDecimal percent,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            Actor by) {}

    sealed interface PutOutcome {
        record Put(TopUpRule rule) implements PutOutcome {}

        /**
         * Nothing was kept.
         *
         * @param problem message key: top-up-rule.not-staff, top-up-rule.name, top-up-rule.reason,
         *     top-up-rule.threshold, top-up-rule.one-bonus, top-up-rule.bonus (above the
         *     threshold), top-up-rule.percent (0 to 50, two decimals), top-up-rule.backwards,
         *     top-up-rule.ends-first
         */
        record Refused(String problem) implements PutOutcome {}
    }
}
