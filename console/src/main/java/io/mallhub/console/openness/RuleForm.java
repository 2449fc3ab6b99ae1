package io.mallhub.console.openness;

import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.customer.CustomerType;
import io.mallhub.shared.RegulatoryCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visibility rule as it was typed.
 *
 * @param goods code of a product, or a maker as the catalogue has it
 * @param merchandise code of a merchandise category
 * @param alone whether the others are to be kept from it at once
 * @param audience number of a customer, code of a level, or beginning of a region code
 */
record RuleForm(
        @Nullable Effect effect,
        @Nullable GoodsKind goodsKind,
        @Nullable String goods,
        @Nullable RegulatoryCategory category,
        @Nullable String merchandise,
        @Nullable AudienceKind audienceKind,
        @Nullable String audience,
        @Nullable CustomerType type,
        @Nullable Boolean alone,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String reason) {
    String typedGoods() {
        return goods == null ? "" : goods.strip();
    }

    boolean isAlone() {
        return Boolean.TRUE.equals(alone);
    }

    String typedAudience() {
        return audience == null ? "" : audience.strip();
    }

    String typedReason() {
        return reason == null ? "" : reason;
    }
}
