package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.order.Carts.CartGift;
import io.mallhub.promotion.Judgement;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gifts as pages show them. */
final class Shown {
    private Shown() {}

    /** Those that come, then those that don't. */
    static List<CartGift> gifts(Discounted discounted) {
        List<CartGift> gifts = new ArrayList<>();
        for (AssessedLine line : discounted.gifts()) {
            gifts.add(
                    gift(
                            line.product(),
                            line.productId(),
                            line.quantity(),
                            line.gross(),
                            name(discounted, line.gift()),
                            ""));
        }
        for (GiftLines.Withheld it : discounted.withheld()) {
            gifts.add(
                    gift(
                            it.product(),
                            it.gift().product(),
                            it.gift().quantity(),
                            Money.ZERO,
                            name(discounted, it.gift().rule()),
                            it.why()));
        }
        return gifts;
    }

    private static CartGift gift(
            @Nullable ProductView product,
            ProductId id,
            Quantity quantity,
            Money worth,
            String rule,
            String withheld) {
        return new CartGift(
                id,
                product == null ? "" : product.code(),
                product == null ? "" : product.name(),
                product == null ? "" : product.unit(),
                quantity,
                worth,
                rule,
                withheld);
    }

    private static String name(Discounted discounted, String rule) {
        return discounted.promotions().stream()
                .filter(it -> it.rule().equals(rule))
                .map(Judgement::name)
                .findFirst()
                .orElse(rule);
    }
}
