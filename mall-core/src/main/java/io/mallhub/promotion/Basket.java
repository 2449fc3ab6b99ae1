package io.mallhub.promotion;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All the engine knows of who buys what, when.
 *
 * @param payment the word of the payment method; empty while none is chosen, then rules that ask
 *     for one are rejected
 * @param channel how the order comes; null where that is not looked at
 */
public record Basket(
        Buyer buyer, Instant at, String payment, @Nullable Channel channel, List<Line> lines) {
    public Basket {
        lines = List.copyOf(lines);
    }

    /** However the order comes. */
    public Basket(Buyer buyer, Instant at, String payment, List<Line> lines) {
        this(buyer, at, payment, null, lines);
    }

    /**
     * @param level price level, empty for none
     * @param region GB/T 2260 code as the company states it
     * @param groups customer groups the company is in
     */
    public record Buyer(CustomerId company, String level, String region, Set<String> groups) {
        public Buyer {
            groups = Set.copyOf(groups);
        }
    }

    /**
     * @param category of the law, empty for none
     * @param merchandise codes of the merchandise categories it stands in and of all above them
     * @param regulatory null while the product has none
     * @param quantity at least 0
     * @param price what pricing asks from this buyer
     */
    public record Line(
            ProductId product,
            String category,
            Set<String> merchandise,
            Set<String> tags,
            @Nullable RegulatoryCategory regulatory,
            Quantity quantity,
            UnitPrice price) {
        public Line {
            merchandise = Set.copyOf(merchandise);
            tags = Set.copyOf(tags);
            if (quantity.amount().signum() < 0) {
                throw new IllegalArgumentException("A line has at least 0, not " + quantity);
            }
        }

        /** Before any discount. */
        public Money amount() {
            return price.times(quantity);
        }
    }
}
