package io.mallhub.promotion.internal;

import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.GivingRules;
import io.mallhub.promotion.Promotions.RuleView;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The live rules that publishing would refuse, but for those that compliance let. */
@Component
class GivenByPromotions implements GivingRules {
    private final PromotionTable rules;
    private final CatalogueGiveaways giveaways;

    GivenByPromotions(PromotionTable rules, CatalogueGiveaways giveaways) {
        this.rules = rules;
        this.giveaways = giveaways;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> held(GiftTerms terms) {
        return rules.live().stream()
                .filter(it -> !it.isExempt())
                .flatMap(it -> held(it, terms))
                .toList();
    }

    private Stream<Held> held(RuleView view, GiftTerms terms) {
        return giveaways.forbidden(view.rule(), terms).stream()
                .map(
                        why ->
                                new Held(
                                        GivingKind.PROMOTION,
                                        view.rule().code(),
                                        view.rule().name(),
                                        why.key(),
                                        why.detail()));
    }
}
