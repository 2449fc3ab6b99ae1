package io.mallhub.promotion.internal;

import io.mallhub.catalog.Products;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Promotions.Live;
import io.mallhub.promotion.Promotions.RuleView;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.shared.KeptRules;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RuleRevisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The live rules under the gift policy in force, kept ready. The revision is read first: rules that
 * change between the two reads are read again next time, never kept under a revision they are newer
 * than for good.
 */
@Component
class LiveRules {
    /** So long a product that was categorised meanwhile may not yet be a gift, or still be one. */
    private static final Duration CATEGORIES_HOLD = Duration.ofMinutes(1);

    private final PromotionTable table;
    private final PolicyTable policies;
    private final Products products;
    private final Clock clock;
    private final KeptRules<Long> revision;
    private volatile Ready ready =
            new Ready(
                    new Live(-1, List.of()),
                    RuleBook.of(List.of(), new GiftPolicy(GiftTerms.FIRST, Map.of())),
                    Instant.MAX);

    LiveRules(
            PromotionTable table,
            PolicyTable policies,
            Products products,
            Clock clock,
            RuleRevisions revisions) {
        this.table = table;
        this.policies = policies;
        this.products = products;
        this.clock = clock;
        this.revision = new KeptRules<>(revisions, RuleRevisions.Kind.PROMOTIONS, table::revision);
    }

    /**
     * @param stale when categories of gifts are looked up again
     */
    private record Ready(Live live, RuleBook book, Instant stale) {}

    Live rules() {
        return ready().live();
    }

    RuleBook book() {
        return ready().book();
    }

    /** As they were asked for last: asks nobody. */
    RuleBook kept() {
        return ready.book();
    }

    private Ready ready() {
        long now = revision.asSeen().orElseGet(table::revision);
        Ready kept = ready;
        if (kept.live().revision() != now || !clock.instant().isBefore(kept.stale())) {
            kept = read(now);
            ready = kept;
        }
        return kept;
    }

    private Ready read(long revision) {
        List<RuleView> views = table.live();
        List<Rule> rules = views.stream().map(RuleView::rule).toList();
        Set<ProductId> gifts = new HashSet<>();
        rules.forEach(rule -> gifts.addAll(rule.gifts()));
        Set<String> exempt =
                views.stream()
                        .filter(RuleView::isExempt)
                        .map(it -> it.rule().code())
                        .collect(Collectors.toSet());
        return new Ready(
                new Live(revision, rules),
                RuleBook.of(
                        rules,
                        new GiftPolicy(policies.terms(), products.categories(gifts), exempt)),
                gifts.isEmpty() ? Instant.MAX : clock.instant().plus(CATEGORIES_HOLD));
    }
}
