package io.mallhub.pricing;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;

/**
 * The price of one line and its reason.
 *
 * @param source which rule gave it, shown to the buyer ("your agreement price")
 * @param breakFrom quantity from which this price holds
 * @param belowFloor the price is under the product's floor: sells only after approval
 */
public record PriceQuote(
        ProductId product,
        UnitPrice price,
        Source source,
        Quantity breakFrom,
        UnitPrice basePrice,
        boolean belowFloor) {

    /** In the order of precedence. */
    public enum Source {
        AGREEMENT,
        LEVEL,
        REGION,
        FLASH,
        BASE
    }
}
