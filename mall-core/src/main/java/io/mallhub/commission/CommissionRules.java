package io.mallhub.commission;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of commission, as data. Of the rules valid on a day the newest counts: a newer one with
 * an end is a campaign, a newer one of 0 ends a rate. No rule works backwards, and what an entry
 * was counted by is kept with it.
 */
public interface CommissionRules {
    /**
     * @throws IllegalArgumentException for a rate outside 0 to 0.5, a negative bonus, a depth other
     *     than 1 or 2, a period that begins in the past or ends before it begins, or no reason
     */
    Rule put(PutRule command);

    /** What counts for orders placed on this day. */
    Optional<Rule> inForce(
            Rule.Kind kind, @Nullable ProductId product, int depth, LocalDate orderedOn);

    /** All that count on this day. */
    List<Rule> inForce(LocalDate day);

    /** Of these products those that a sharer earns something of, when ordered on this day. */
    Set<ProductId> distributed(Collection<ProductId> products, LocalDate orderedOn);

    /**
     * Products that ever had a rate of distribution, with what counts on this day; the one whose
     * rate was put last first.
     *
     * @param among of these products alone; null for all
     * @param earning whether to list those that a sharer earns something of, or the others; null
     *     for both
     */
    Page<DistributionRates> distributed(
            @Nullable Collection<ProductId> among,
            @Nullable Boolean earning,
            LocalDate day,
            PageRequest page);

    /** Every version, newest first. */
    Page<Rule> history(PageRequest page);

    /**
     * @param rate of the sharer, 0 for none
     * @param above of who stands above, 0 for none
     * @param until last day of the sharer's rate; null = open, or no rate
     */
    record DistributionRates(
            ProductId product, BigDecimal rate, BigDecimal above, @Nullable LocalDate until) {}

    record PutRule(
            Rule.Kind kind,
            @Nullable ProductId product,
            int depth,
            @Nullable BigDecimal rate,
            @Nullable Money bonus,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            Actor by) {}
}
