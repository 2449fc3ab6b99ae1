package io.mallhub.storefront.api;

import io.mallhub.catalog.ProductView;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.storefront.shop.Offers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product as this company may buy it.
 *
 * @param merchandise codes of the merchandise categories it stands in and of all above them
 * @param price tax-inclusive, of one {@code unit}; absent when the product has no price for the
 *     company, or none that it is told
 * @param breaks other prices for more of it
 * @param promotions names of the live promotions that are about it
 * @param blocked why the company may not buy it now; absent when it may
 */
record ProductJson(
        String code,
        String name,
        String dosageForm,
        String strength,
        String maker,
        String approvalNumber,
        @Nullable RegulatoryCategory category,
        List<String> merchandise,
        String unit,
        BigDecimal orderStep,
        BigDecimal minimum,
        String currency,
        @Nullable String price,
        PriceQuote.@Nullable Source priceSource,
        List<BreakJson> breaks,
        BigDecimal sellable,
        List<String> promotions,
        @Nullable String blocked) {
    static ProductJson of(Offers.Offer offer) {
        ProductView product = offer.product();
        PriceQuote quote = offer.quote();
        return new ProductJson(
                product.code(),
                product.name(),
                product.dosageForm(),
                product.strength(),
                product.maker(),
                product.approvalNumber(),
                product.category(),
                product.merchandise().stream().sorted().toList(),
                product.unit(),
                Wire.quantity(product.orderStep()),
                Wire.quantity(product.minimum()),
                Wire.CURRENCY,
                quote == null ? null : Wire.price(quote.price()),
                quote == null ? null : quote.source(),
                quote == null ? List.of() : quote.breaks().stream().map(BreakJson::of).toList(),
                Wire.quantity(Objects.requireNonNullElse(offer.sellable(), Quantity.ZERO)),
                offer.promotions().stream().map(Rule::name).toList(),
                blocked(offer));
    }

    private static @Nullable String blocked(Offers.Offer offer) {
        if (offer.verdict() != null && offer.verdict().reason() != null) {
            return offer.verdict().reason();
        }
        return offer.keptBack() == null ? null : offer.keptBack().key();
    }

    record BreakJson(BigDecimal from, String price, PriceQuote.Source source) {
        static BreakJson of(PriceQuote.Break more) {
            return new BreakJson(
                    Wire.quantity(more.from()), Wire.price(more.price()), more.source());
        }
    }
}
