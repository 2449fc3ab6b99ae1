package io.mallhub.order.internal;

import io.mallhub.catalog.Products;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.shared.ProductId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The live rules with drafts among them, or without them: what holds once drafts are live. */
@Component
class RuleSets {
    private final Promotions promotions;
    private final Products products;

    RuleSets(Promotions promotions, Products products) {
        this.promotions = promotions;
        this.products = products;
    }

    record RuleSet(List<Rule> rules, GiftPolicy gifts) {
        RuleBook book() {
            return RuleBook.of(rules, gifts);
        }
    }

    /** All live rules, and the drafts, each in the place of its live version. */
    RuleSet with(Collection<Rule> drafts) {
        Map<String, Rule> rules = new HashMap<>();
        promotions.live().rules().forEach(it -> rules.put(it.code(), it));
        Set<String> exempt = exempt();
        for (Rule draft : drafts) {
            rules.put(draft.code(), draft);
            exempt.remove(draft.code());
            promotions
                    .version(new Promotions.Version(draft.code(), draft.version()))
                    .filter(Promotions.RuleView::isExempt)
                    .ifPresent(it -> exempt.add(draft.code()));
        }
        return set(rules.values(), exempt);
    }

    /** All live rules but those of the drafts that are live already. */
    RuleSet without(Collection<Rule> drafts) {
        return set(
                promotions.live().rules().stream()
                        .filter(it -> drafts.stream().noneMatch(draft -> isSame(draft, it)))
                        .toList(),
                exempt());
    }

    private static boolean isSame(Rule draft, Rule live) {
        return draft.code().equals(live.code()) && draft.version() == live.version();
    }

    private Set<String> exempt() {
        return new HashSet<>(promotions.book().gifts().exempt());
    }

    private RuleSet set(Collection<Rule> rules, Set<String> exempt) {
        Set<ProductId> gifts = new HashSet<>();
        rules.forEach(it -> gifts.addAll(it.gifts()));
        return new RuleSet(
                List.copyOf(rules),
                new GiftPolicy(
                        promotions.book().gifts().terms(), products.categories(gifts), exempt));
    }
}
