package io.mallhub.catalog.internal;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule is looked up by and how much it weighs: in tens for whom, in ones for what, and one
 * half more where it hides, doubled to be whole.
 */
final class RuleStrength {
    private RuleStrength() {}

    /** Below everything that is said of a maker or a product, above what is said of the law's. */
    private static final int MERCHANDISE = 1;

    private static final int MAKER = 5;
    private static final int PRODUCT = 6;

    /**
     * @param level of the merchandise category that the goods are; any for others
     */
    static int of(Effect effect, Goods goods, Audience audience, int level) {
        int place = 10 * weight(audience) + weight(goods, level);
        return 2 * place + (effect.hides() ? 1 : 0);
    }

    private static int weight(Goods goods, int level) {
        return switch (goods.kind()) {
            case ALL -> 0;
            case CATEGORY -> 1;
            case MERCHANDISE -> MERCHANDISE + level;
            case MAKER -> MAKER;
            case PRODUCT -> PRODUCT;
        };
    }

    /** How much more a rule weighs about a category so many levels deeper. */
    static int deeper(int levels) {
        return 2 * levels;
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

    /** The same keys in SQL, for the row of a product: an array of those of these kinds. */
    static String ofProduct(Set<GoodsKind> kinds) {
        String single =
                kinds.stream()
                        .filter(it -> it != GoodsKind.MERCHANDISE)
                        .sorted()
                        .map(RuleStrength::single)
                        .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
        return kinds.contains(GoodsKind.MERCHANDISE)
                ? single + " || merchandise_keys(product.merchandise)"
                : single;
    }

    private static String single(GoodsKind kind) {
        return switch (kind) {
            case ALL -> "'ALL:'";
            case CATEGORY -> "'CATEGORY:' || product.category";
            case MERCHANDISE -> throw new IllegalArgumentException("A product stands in several");
            case MAKER -> "'MAKER:' || product.maker";
            case PRODUCT -> "'PRODUCT:' || product.id";
        };
    }
}
