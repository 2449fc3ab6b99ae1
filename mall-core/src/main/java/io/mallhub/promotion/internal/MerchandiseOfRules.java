package io.mallhub.promotion.internal;

import io.mallhub.catalog.MerchandiseCategories.Stays;
import io.mallhub.catalog.MerchandiseUses;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Rules that have not ended, and drafts of their next versions. */
@Component
class MerchandiseOfRules implements MerchandiseUses {
    private final PromotionTable rules;

    MerchandiseOfRules(PromotionTable rules) {
        this.rules = rules;
    }

    @Override
    public Optional<Stays> of(String category) {
        return rules.about(category).map(it -> new Stays("merchandise.in-promotion", it));
    }
}
