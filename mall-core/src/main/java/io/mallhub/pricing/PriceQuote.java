package io.mallhub.pricing;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The price of one line and its reason.
 *
 * @param source which rule gave it, shown to the buyer ("your agreement price")
 * @param breakFrom quantity from which this price holds
 * @param belowFloor the price is under the product's floor: sells only after approval
 * @param until last Asia/Shanghai day of the rule; null = open, and of a line already sold
 * @param list number of the price list it stands in; empty for a price that stands in none
 * @param breaks other prices from larger quantities on, by quantity; none of a line already sold
 */
public record PriceQuote(
        ProductId product,
        UnitPrice price,
        Source source,
        Quantity breakFrom,
        UnitPrice basePrice,
        boolean belowFloor,
        @Nullable LocalDate until,
        String list,
        List<Break> breaks) {
    public PriceQuote {
        breaks = List.copyOf(breaks);
    }

    /** Of a price that stands in no list. */
    public PriceQuote(
            ProductId product,
            UnitPrice price,
            Source source,
            Quantity breakFrom,
            UnitPrice basePrice,
            boolean belowFloor) {
        this(product, price, source, breakFrom, basePrice, belowFloor, null, "", List.of());
    }

    /** The next price for more. */
    public Optional<Break> next() {
        return breaks.stream().findFirst();
    }

    /** In the order of precedence. */
    public enum Source {
        AGREEMENT,
        LEVEL,
        /** Of the customer's type. */
        TYPE,
        REGION,
        FLASH,
        SPECIAL,
        BASE;

        /** No flash sale takes its place. */
        public boolean comesBeforeSales() {
            return compareTo(FLASH) < 0;
        }
    }

    /** Whoever takes so many pays so much for each. */
    public record Break(Quantity from, UnitPrice price, Source source) {}
}
