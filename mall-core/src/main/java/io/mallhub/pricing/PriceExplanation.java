package io.mallhub.pricing;

import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a product costs what it costs.
 *
 * @param quote null when it has no price
 * @param floor null when it has none
 * @param considered every rule about the product, those that come first in precedence first
 */
public record PriceExplanation(
        @Nullable PriceQuote quote, @Nullable UnitPrice floor, List<Considered> considered) {
    public PriceExplanation {
        considered = List.copyOf(considered);
    }

    /** What became of a rule. */
    public enum PriceVerdict {
        WINS,
        /** It holds, but another one comes first. */
        OUTRANKED,
        /** It asks for more pieces. */
        TOO_FEW,
        NOT_YET,
        OVER,
        /** It is for another level, type or region. */
        OTHERS
    }

    /**
     * @param owner as in {@link PriceList.Audience}; empty for everyone
     * @param list number and version of a price list; empty for a price that stands in none
     * @param name of the list
     */
    public record Considered(
            Source source,
            String owner,
            String list,
            String name,
            Quantity from,
            UnitPrice price,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            PriceVerdict verdict) {}
}
