package io.mallhub.order.internal;

import io.mallhub.order.DealRehearsals;
import io.mallhub.order.Deals;
import io.mallhub.order.Deals.Affected;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

@Service
class RehearsalDesk implements DealRehearsals {
    private final Deals deals;
    private final RehearsalTable table;
    private final Clock clock;

    RehearsalDesk(Deals deals, RehearsalTable table, Clock clock) {
        this.deals = deals;
        this.table = table;
        this.clock = clock;
    }

    /** Worked out first, then written: no transaction lasts as long as a rehearsal. */
    @Override
    public long keep(Collection<Rule> drafts, LocalDate first, LocalDate last, Actor by) {
        List<Rule> rehearsed = List.copyOf(drafts);
        Rehearsal outcome = deals.rehearse(rehearsed, first, last);
        Instant now = clock.instant();
        table.forgetBefore(now.minus(Duration.ofDays(DAYS_KEPT)));
        return table.add(rehearsed, first, last, by, outcome, now);
    }

    @Override
    public Optional<Kept> find(long number) {
        return table.find(number);
    }

    @Override
    public Page<Affected> customers(long number, PageRequest page) {
        return table.customers(number, page);
    }
}
