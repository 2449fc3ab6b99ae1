package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceListState;
import io.mallhub.pricing.PriceLists.Outcome;
import io.mallhub.pricing.internal.PriceListTable.Stored;
import io.mallhub.promotion.Giveaways;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts versions of a list in force and out of it. The next version takes the place of the others
 * from its first day on.
 */
@Component
class ListPublishing {
    private final PriceListTable lists;
    private final WaitingImports imports;
    private final GivenByPriceLists least;
    private final ListAudit audit;
    private final Clock clock;

    ListPublishing(
            PriceListTable lists,
            WaitingImports imports,
            GivenByPriceLists least,
            ListAudit audit,
            Clock clock) {
        this.lists = lists;
        this.imports = imports;
        this.least = least;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome publish(Key key, int seen, Set<Integer> drops, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> unreasoned = reasonProblem(reason, by);
        if (unreasoned.isPresent()) {
            return new Outcome.Refused(unreasoned.get());
        }
        List<Stored> versions = lists.lockVersions(key.number());
        Stored draft =
                versions.stream()
                        .filter(it -> it.list().key().equals(key))
                        .findFirst()
                        .orElse(null);
        String objection = objection(draft, seen);
        if (draft == null || objection != null) {
            return new Outcome.Refused(Objects.requireNonNull(objection));
        }
        if (draft.list().rows() == 0) {
            return new Outcome.Refused("price-list.empty");
        }
        LocalDate until = draft.list().terms().validUntil();
        if (until != null && until.isBefore(today())) {
            return new Outcome.Refused("price-list.over");
        }
        LocalDate first = firstDay(draft.list());
        if (!drops.containsAll(dropped(versions, first).map(it -> it.key().version()).toList())) {
            return new Outcome.Refused("price-list.drops");
        }
        List<Giveaways.TooCheap> cheap = least.tooCheap(draft.id());
        if (!cheap.isEmpty()) {
            return new Outcome.Refused("price-list.never-free", cheap.getFirst().toString());
        }
        versions.stream()
                .filter(it -> it.list().state() == PriceListState.PUBLISHED)
                .forEach(it -> replace(it, first, reason, by));
        imports.forget(draft.id());
        lists.publish(draft.id(), clock.instant());
        note(key, "PUBLISHED", reason, by);
        audit.record(
                draft.list(),
                "publish-price-list",
                reason,
                by,
                ListTerms.said(draft.list().terms()));
        return done(key);
    }

    private void note(Key key, String what, String reason, Actor by) {
        lists.steps().note(key.number(), key.version(), what, reason, by, clock.instant());
    }

    /** It ends with the day before, as long as it has had a day by then. */
    private void replace(Stored old, LocalDate first, String reason, Actor by) {
        LocalDate from = old.list().terms().validFrom();
        LocalDate until = old.list().terms().validUntil();
        LocalDate last = first.minusDays(1);
        if (until != null && !until.isAfter(last)) {
            return;
        }
        if (from != null && from.isAfter(last)) {
            lists.withdraw(old.id());
        } else {
            lists.endWith(old.id(), last);
        }
        note(old.list().key(), "REPLACED", reason, by);
    }

    Outcome withdraw(Key key, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> problem = reasonProblem(reason, by);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        Stored list = lists.lock(key).orElse(null);
        if (list == null) {
            return new Outcome.Refused("price-list.unknown");
        }
        if (list.list().state() == PriceListState.WITHDRAWN) {
            return new Outcome.Refused("price-list.withdrawn-already");
        }
        imports.forget(list.id());
        lists.withdraw(list.id());
        note(key, "WITHDRAWN", reason, by);
        audit.record(list.list(), "withdraw-price-list", reason, by, Map.of());
        return done(key);
    }

    List<PriceList> dropped(Key key) {
        return lists.find(key)
                .map(Stored::list)
                .filter(PriceList::isDraft)
                .map(it -> dropped(lists.versions(key.number()), firstDay(it)).toList())
                .orElse(List.of());
    }

    /** What has not begun yet, and was to when the next version already holds. */
    private Stream<PriceList> dropped(List<Stored> versions, LocalDate first) {
        return versions.stream()
                .map(Stored::list)
                .filter(it -> it.isScheduled(today()) && it.isScheduled(first.minusDays(1)))
                .sorted(Comparator.comparing(it -> it.terms().validFrom()));
    }

    private LocalDate today() {
        return MallTime.today(clock);
    }

    /** Never a day that is over. */
    LocalDate firstDay(PriceList list) {
        LocalDate from = list.terms().validFrom();
        return from == null || from.isBefore(today()) ? today() : from;
    }

    /** Message key of why nobody may write to it. */
    static @Nullable String objection(@Nullable Stored draft, int seen) {
        if (draft == null) {
            return "price-list.unknown";
        }
        if (!draft.list().isDraft()) {
            return "price-list.not-draft";
        }
        return draft.list().edit() == seen ? null : "price-list.changed-meanwhile";
    }

    private static Optional<String> reasonProblem(String reason, Actor by) {
        return by.kind() == Actor.Kind.STAFF
                ? Reason.problem(ListAudit.SUBJECT, reason)
                : Optional.of("price-list.not-staff");
    }

    private Outcome done(Key key) {
        return new Outcome.Done(lists.find(key).orElseThrow().list());
    }
}
