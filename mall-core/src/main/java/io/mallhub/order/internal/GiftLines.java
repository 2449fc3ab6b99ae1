package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.customer.LicenceGate;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.promotion.Gift;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes lines of gifts. A gift passes the licence gate and is shown to the buyer like what is
 * bought, has a price (what is charged for it when the order no longer earns it), and is there;
 * else it stays away, with the reason, and the order goes on without it. Order steps are about what
 * is bought.
 */
@Component
class GiftLines {
    private static final String ABOUT_STEPS = "quantity.";

    private final OrderAssessment assessment;
    private final Stock stock;

    GiftLines(OrderAssessment assessment, Stock stock) {
        this.assessment = assessment;
        this.stock = stock;
    }

    /**
     * @param lines after those that are bought
     */
    record Given(List<AssessedLine> lines, List<Withheld> withheld) {
        static final Given NOTHING = new Given(List.of(), List.of());
    }

    /**
     * @param product null when nobody knows it
     * @param why message key
     */
    record Withheld(Gift gift, @Nullable ProductView product, String why) {}

    /**
     * What an order that is changed has already.
     *
     * @param goods bought and given: it gets gifts of these products only
     * @param gifts by rule and product: of what may be given no more today, so much stays at most
     * @param today the gift policy in force
     */
    record Held(Map<ProductId, Quantity> goods, Map<String, Quantity> gifts, GiftTerms today) {
        static Held of(Order order, GiftTerms today) {
            Map<ProductId, Quantity> goods = new HashMap<>();
            Map<String, Quantity> gifts = new HashMap<>();
            for (OrderLine line : order.lines()) {
                goods.merge(line.product(), line.quantity(), Quantity::plus);
                if (line.isGift()) {
                    gifts.merge(key(line.gift(), line.product()), line.quantity(), Quantity::plus);
                }
            }
            return new Held(goods, gifts, today);
        }

        Quantity of(Gift gift) {
            return gifts.getOrDefault(key(gift.rule(), gift.product()), Quantity.ZERO);
        }
    }

    /** One rule's gifts of one product. */
    static String key(String rule, ProductId product) {
        return rule + " " + product;
    }

    /**
     * @param held when an order is changed, else null
     */
    Given give(
            LicenceGate.Case buyer,
            List<AssessedLine> bought,
            List<Gift> gifts,
            GiftPolicy policy,
            @Nullable Held held) {
        if (gifts.isEmpty()) {
            return Given.NOTHING;
        }
        List<SubmitOrder.Line> wanted =
                gifts.stream()
                        .map(it -> new SubmitOrder.Line(it.product(), it.quantity()))
                        .toList();
        List<AssessedLine> assessed =
                held == null ? assessment.given(buyer, wanted) : assessment.assess(buyer, wanted);
        Map<ProductId, Quantity> left = left(bought, gifts, held);
        List<AssessedLine> lines = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        for (int place = 0; place < gifts.size(); place++) {
            AssessedLine line = assessed.get(place);
            Gift gift = held == null ? gifts.get(place) : kept(gifts.get(place), line, held);
            PriceQuote price = priceOf(bought, line);
            Quantity there = left.getOrDefault(gift.product(), Quantity.ZERO);
            String why = objection(gift, line, policy);
            if (why == null && price == null) {
                why = LineRules.NO_PRICE;
            }
            if (why == null && gift.quantity().compareTo(there) > 0) {
                why = "promotion.gift-gone";
            }
            if (why == null && price != null) {
                left.put(gift.product(), there.minus(gift.quantity()));
                lines.add(
                        line.givenBy(
                                gift.rule(), gift.quantity(), price, bought.size() + lines.size()));
            } else if (why != null) {
                withheld.add(new Withheld(gift, line.product(), why));
            }
        }
        return new Given(lines, withheld);
    }

    /** The order's own rules may give what they gave; more of it only where all may today. */
    private static Gift kept(Gift gift, AssessedLine line, Held held) {
        Quantity had = held.of(gift);
        boolean free = line.product() != null && held.today().isFree(line.product().category());
        return free || gift.quantity().compareTo(had) <= 0
                ? gift
                : new Gift(gift.rule(), gift.version(), gift.product(), had);
    }

    private static @Nullable String objection(Gift gift, AssessedLine line, GiftPolicy policy) {
        if (!gift.quantity().isPositive()) {
            return GiftPolicy.FORBIDDEN;
        }
        Optional<LineProblem> problem =
                line.problems().stream()
                        .filter(it -> !it.problem().startsWith(ABOUT_STEPS))
                        .filter(it -> !it.problem().equals(LineRules.NO_PRICE))
                        .findFirst();
        if (problem.isPresent()) {
            return problem.get().problem();
        }
        return line.product() != null && policy.allows(gift.rule(), line.product().category())
                ? null
                : GiftPolicy.FORBIDDEN;
    }

    /** What is bought and given costs the same. */
    private static @Nullable PriceQuote priceOf(List<AssessedLine> bought, AssessedLine gift) {
        return bought.stream()
                .filter(it -> it.productId().equals(gift.productId()))
                .map(AssessedLine::quote)
                .findFirst()
                .orElse(gift.quote());
    }

    /** Of each product, once what is bought is taken away. */
    private Map<ProductId, Quantity> left(
            List<AssessedLine> bought, List<Gift> gifts, @Nullable Held held) {
        List<ProductId> products = gifts.stream().map(Gift::product).distinct().toList();
        Map<ProductId, Quantity> left = new HashMap<>(stock.sellable(products));
        if (held != null) {
            left.keySet().retainAll(held.goods().keySet());
            left.replaceAll(
                    (product, there) -> there.plus(held.goods().getOrDefault(product, there)));
        }
        for (AssessedLine line : bought) {
            if (held == null && line.isFlash()) {
                continue; // comes out of what is set aside
            }
            left.computeIfPresent(
                    line.productId(),
                    (product, there) ->
                            line.quantity().compareTo(there) < 0
                                    ? there.minus(line.quantity())
                                    : Quantity.ZERO);
        }
        return left;
    }
}
