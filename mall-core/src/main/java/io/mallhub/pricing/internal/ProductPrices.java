package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that decides the price of one product for one customer. */
final class ProductPrices {
    private final List<PriceRule> rules = new ArrayList<>();
    private @Nullable UnitPrice base;
    private @Nullable UnitPrice floor;

    void list(PriceRule rule) {
        rules.add(rule);
    }

    void base(@Nullable UnitPrice price) {
        base = price;
        if (price != null) {
            rules.add(new PriceRule(Source.BASE, "", Quantity.of(0), price, null, null, "", "", 0));
        }
    }

    /** A sale is a cut: it counts for nothing where a special price is lower. Last of all. */
    Optional<PriceRule> flash(@Nullable UnitPrice price, Quantity wanted, LocalDate day) {
        if (price == null
                || PricePrecedence.choose(specials(), wanted, day)
                        .filter(it -> it.price().compareTo(price) <= 0)
                        .isPresent()) {
            return Optional.empty();
        }
        PriceRule rule =
                new PriceRule(Source.FLASH, "", Quantity.of(0), price, null, null, "", "", 0);
        rules.add(rule);
        return Optional.of(rule);
    }

    private List<PriceRule> specials() {
        return rules.stream().filter(it -> it.source() == Source.SPECIAL).toList();
    }

    void floor(@Nullable UnitPrice price) {
        floor = price;
    }

    @Nullable UnitPrice floor() {
        return floor;
    }

    List<PriceRule> rules() {
        return rules;
    }

    boolean isBelowFloor(UnitPrice price) {
        return floor != null && price.compareTo(floor) < 0;
    }

    Optional<PriceRule> choose(Quantity wanted, LocalDate day) {
        return PricePrecedence.choose(rules, wanted, day);
    }

    Optional<PriceQuote> quote(ProductId product, Quantity wanted, LocalDate day) {
        return choose(wanted, day)
                .map(
                        rule ->
                                new PriceQuote(
                                        product,
                                        rule.price(),
                                        rule.source(),
                                        rule.from(),
                                        base == null ? rule.price() : base,
                                        isBelowFloor(rule.price()),
                                        rule.validUntil(),
                                        rule.list(),
                                        PricePrecedence.breaks(rules, rule, wanted, day)));
    }
}
