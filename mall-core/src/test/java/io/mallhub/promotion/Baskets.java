package io.mallhub.promotion;

import io.mallhub.promotion.Basket.Buyer;
import io.mallhub.promotion.Basket.Line;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Baskets of a pharmacy in Shanghai, on Monday 2026-11-30 at 20:30 there. */
final class Baskets {
    static final Instant MONDAY_EVENING = Instant.parse("2026-11-30T12:30:00Z");
    static final Buyer BUYER =
            new Buyer(new CustomerId(new UUID(0, 1)), "GOLD", "310115", Set.of("chain-partners"));
    static final ProductId CUPS = product(900);
    static final GiftPolicy GIFTS =
            new GiftPolicy(
                    GiftTerms.FIRST,
                    Map.of(
                            CUPS,
                            RegulatoryCategory.OTHER,
                            product(901),
                            RegulatoryCategory.PRESCRIPTION));

    /** Categories of some products, with those above them. */
    static final Map<Integer, Set<String>> MERCHANDISE =
            Map.of(
                    1, Set.of("MED", "MED-WEST"),
                    2, Set.of("MED", "MED-TCM"),
                    3, Set.of("MED", "MED-WEST", "NEW"));

    private Baskets() {}

    static ProductId product(int number) {
        return new ProductId(new UUID(1, number));
    }

    static Line line(int product, String quantity, String price) {
        return line(product, quantity, price, "cold", RegulatoryCategory.OTC_B);
    }

    static Line line(
            int product,
            String quantity,
            String price,
            String category,
            RegulatoryCategory regulatory,
            String... tags) {
        return new Line(
                product(product),
                category,
                MERCHANDISE.getOrDefault(product, Set.of()),
                Set.of(tags),
                regulatory,
                Quantity.typed(quantity).orElseThrow(),
                UnitPrice.of(price));
    }

    static Basket basket(Line... lines) {
        return new Basket(BUYER, MONDAY_EVENING, "CREDIT", List.of(lines));
    }
}
