package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One price that holds for a product and somebody, from a quantity on. Prices of one source, owner
 * and beginning belong together, as do those of one list: they are each other's quantity breaks.
 *
 * @param owner customer id, level code, customer type or beginning of a region code; empty for
 *     everyone
 * @param list number and version of the price list; empty for a price that stands in none
 * @param set rises with every time somebody touched what belongs together: published the list, or
 *     set the latest of the prices
 */
record PriceRule(
        Source source,
        String owner,
        Quantity from,
        UnitPrice price,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String list,
        String name,
        long set) {

    static long set(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    boolean holds(Quantity wanted, LocalDate day) {
        return from.compareTo(wanted) <= 0 && !isEarly(day) && !isOver(day);
    }

    boolean isEarly(LocalDate day) {
        return validFrom != null && day.isBefore(validFrom);
    }

    boolean isOver(LocalDate day) {
        return validUntil != null && day.isAfter(validUntil);
    }

    /** Of two regions the one that says more is closer. */
    int closeness() {
        return source == Source.REGION ? owner.length() : 0;
    }
}
