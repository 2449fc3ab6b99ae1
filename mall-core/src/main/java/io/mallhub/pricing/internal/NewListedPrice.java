package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.pricing.Prices.Agreement;
import io.mallhub.pricing.Prices.LevelPrice;
import io.mallhub.pricing.Prices.RegionPrice;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegionCode;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A price to be listed, whoever it is for.
 *
 * @param owner customer id, level code or region code
 */
record NewListedPrice(
        Source source,
        String owner,
        ProductId product,
        Quantity from,
        UnitPrice price,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {
    NewListedPrice {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("A listed price needs a customer, level or region");
        }
        if (!from.isPositive()) {
            throw new IllegalArgumentException("A price holds from a positive quantity on");
        }
        if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "A price cannot end (" + validUntil + ") before it begins: " + validFrom);
        }
    }

    static NewListedPrice of(Agreement it) {
        return new NewListedPrice(
                Source.AGREEMENT,
                it.customer().toString(),
                it.product(),
                it.from(),
                it.price(),
                it.validFrom(),
                it.validUntil());
    }

    static NewListedPrice of(LevelPrice it) {
        return new NewListedPrice(
                Source.LEVEL,
                it.level(),
                it.product(),
                it.from(),
                it.price(),
                it.validFrom(),
                it.validUntil());
    }

    static NewListedPrice of(RegionPrice it) {
        return new NewListedPrice(
                Source.REGION,
                RegionCode.beginning(it.region()).orElse(it.region()),
                it.product(),
                it.from(),
                it.price(),
                it.validFrom(),
                it.validUntil());
    }
}
