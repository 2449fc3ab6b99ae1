package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One listed price that holds for a product and a customer, from a quantity on.
 *
 * @param set rises with every price set: of two equal rules the later one counts
 */
record PriceRule(
        Source source,
        Quantity from,
        UnitPrice price,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        long set) {

    boolean holds(Quantity wanted, LocalDate day) {
        return from.compareTo(wanted) <= 0
                && (validFrom == null || !day.isBefore(validFrom))
                && (validUntil == null || !day.isAfter(validUntil));
    }
}
