package io.mallhub.console.prices;

import io.mallhub.customer.CustomerType;
import io.mallhub.pricing.PriceQuote.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a price list says of itself, as it was typed.
 *
 * @param owner number of a customer, code of a level, or beginning of a region code; nothing for
 *     everyone
 * @param type of the customers that a list of a type is for
 * @param seen edit of the draft that the page showed
 */
record ListForm(
        @Nullable String name,
        @Nullable Source source,
        @Nullable String owner,
        @Nullable CustomerType type,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable Integer seen) {
    String typedName() {
        return name == null ? "" : name;
    }

    String typedOwner() {
        return owner == null ? "" : owner.strip();
    }

    int seenEdit() {
        return seen == null ? -1 : seen;
    }
}
