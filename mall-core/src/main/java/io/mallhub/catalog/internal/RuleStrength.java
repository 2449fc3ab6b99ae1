package io.mallhub.catalog.internal;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.shared.Viewer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule is looked up by and how much it weighs: in tens for whom, in ones for what, and one
 * half more where it hides, doubled to be whole.
 */
final class RuleStrength {
    private static final int REGION_DIGITS = 6;

    private RuleStrength() {}

    static int of(Effect effect, Goods goods, Audience audience) {
        int place = 10 * weight(audience) + goods.kind().ordinal();
        return 2 * place + (effect == Effect.HIDE ? 1 : 0);
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

    static String key(Audience audience) {
        return audience.kind() + ":" + audience.of();
    }

    /** Of all rules that may be for this viewer. */
    static List<String> audiences(Viewer viewer) {
        List<String> keys = new ArrayList<>();
        keys.add(AudienceKind.EVERYONE + ":");
        for (int digits = 2; digits <= REGION_DIGITS; digits += 2) {
            if (viewer.region().length() >= digits) {
                keys.add(AudienceKind.REGION + ":" + viewer.region().substring(0, digits));
            }
        }
        if (!viewer.type().isEmpty()) {
            keys.add(AudienceKind.TYPE + ":" + viewer.type());
        }
        if (!viewer.level().isEmpty()) {
            keys.add(AudienceKind.LEVEL + ":" + viewer.level());
        }
        if (viewer.customer() != null) {
            keys.add(AudienceKind.CUSTOMER + ":" + viewer.customer().value());
        }
        return keys;
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
