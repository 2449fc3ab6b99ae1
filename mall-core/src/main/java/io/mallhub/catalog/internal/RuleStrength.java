package io.mallhub.catalog.internal;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;

/**
 * What a rule is looked up by and how much it weighs: in tens for whom, in ones for what, and one
 * half more where it hides, doubled to be whole.
 */
final class RuleStrength {
    private RuleStrength() {}

    static int of(Effect effect, Goods goods, Audience audience) {
        int place = 10 * weight(audience) + goods.kind().ordinal();
        return 2 * place + (effect.hides() ? 1 : 0);
    }

    /** A region weighs by its length: 2, 4 or 6. */
    private static int weight(Audience audience) {
        return audience.kind() == AudienceKind.REGION
                ? audience.of().length()
                : audience.kind().ordinal() * 10;
    }

    static String key(Goods goods) {
        return goods.kind() + ":" + goods.of();
    }

    /** The same keys in SQL, for the row of a product. */
    static String ofProduct(GoodsKind kind) {
        return switch (kind) {
            case ALL -> "'ALL:'";
            case CATEGORY -> "'CATEGORY:' || product.category";
            case MAKER -> "'MAKER:' || product.maker";
            case PRODUCT -> "'PRODUCT:' || product.id";
        };
    }
}
