package io.mallhub.order;

import io.mallhub.order.Deals.Affected;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.promotion.Promotions.Version;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What came of rehearsals, kept for {@value #DAYS_KEPT} days: it is looked at page by page, and is
 * what it was when it was worked out, whatever became of rules and orders since.
 */
public interface DealRehearsals {
    int DAYS_KEPT = 30;

    /**
     * As {@link Deals#rehearse}, and kept. Takes seconds with many orders and rules; not to be
     * asked in a transaction.
     *
     * @return the number by which it is found
     */
    long keep(Collection<Rule> drafts, LocalDate first, LocalDate last, Actor by);

    /** Empty when there is none, or none any more. */
    Optional<Kept> find(long number);

    /** The greatest difference first. */
    Page<Affected> customers(long number, PageRequest page);

    /**
     * @param drafts that were rehearsed
     * @param at when it was worked out
     * @param outcome without its customers, who are asked for by pages
     * @param customers how many these are
     */
    record Kept(
            long number,
            List<Version> drafts,
            LocalDate first,
            LocalDate last,
            String by,
            Instant at,
            Rehearsal outcome,
            long customers) {
        public Kept {
            drafts = List.copyOf(drafts);
        }

        /** Some version of the rule was among them. */
        public boolean isAbout(String rule) {
            return drafts.stream().anyMatch(it -> it.code().equals(rule));
        }
    }
}
