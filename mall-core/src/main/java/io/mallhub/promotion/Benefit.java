package io.mallhub.promotion;

import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule gives for which goods from which threshold on. */
public sealed interface Benefit {
    Goods goods();

    Measure measure();

    /** Ascending; the highest one reached holds. */
    List<? extends Tier<?>> tiers();

    /**
     * Money off 满减 for an order, a single product, a category or a tag.
     *
     * @param every the tier's amount again for every time its threshold is reached
     * @param cap the most it takes off one order
     */
    record AmountOff(
            Goods goods,
            Measure measure,
            List<Tier<Money>> tiers,
            boolean every,
            @Nullable Money cap)
            implements Benefit {
        public AmountOff {
            tiers = Tiers.checked(tiers, every);
            Tiers.positive(tiers, Money::amount);
            Tiers.capped(cap);
        }
    }

    /**
     * Money off every base unit 每件减; tiers count quantity.
     *
     * @param cap the most it takes off one order
     */
    record UnitOff(Goods goods, List<Tier<UnitPrice>> tiers, @Nullable Money cap)
            implements Benefit {
        public UnitOff {
            tiers = Tiers.checked(tiers, false);
            Tiers.positive(tiers, UnitPrice::amount);
            Tiers.capped(cap);
        }

        @Override
        public Measure measure() {
            return Measure.QUANTITY;
        }
    }

    /**
     * Percent off.
     *
     * @param tiers percent, more than 0 to 100, at most 2 decimals
     * @param cap the most it takes off one order
     */
    record PercentOff(
            Goods goods, Measure measure, List<Tier<BigDecimal>> tiers, @Nullable Money cap)
            implements Benefit {
        private static final BigDecimal ALL = new BigDecimal(100);

        public PercentOff {
            tiers = Tiers.checked(tiers, false);
            Tiers.positive(tiers, percent -> percent);
            Tiers.capped(cap);
            for (Tier<BigDecimal> tier : tiers) {
                if (tier.gives().compareTo(ALL) > 0
                        || tier.gives().stripTrailingZeros().scale() > 2) {
                    throw new IllegalArgumentException(
                            "Percent off is at most 100 with at most 2 decimals, not "
                                    + tier.gives());
                }
            }
        }
    }

    /**
     * A named product as gift 满赠 for an order, a single product, a category or a tag.
     *
     * @param every the tier's gift again for every time its threshold is reached
     * @param cap the most units of each gift that go with one order
     */
    record GiftGoods(
            Goods goods,
            Measure measure,
            List<Tier<Present>> tiers,
            boolean every,
            @Nullable Quantity cap)
            implements Benefit {
        public GiftGoods {
            tiers = Tiers.checked(tiers, every);
            Tiers.positive(tiers, present -> present.quantity().amount());
            Tiers.capped(cap);
        }
    }

    /**
     * More of the same product as gift 买赠; each product is counted by itself.
     *
     * @param tiers units of the product given
     * @param every the tier's gift again for every time its threshold is reached
     * @param cap the most units of each product that go with one order
     */
    record SameGift(
            Goods goods,
            Measure measure,
            List<Tier<Quantity>> tiers,
            boolean every,
            @Nullable Quantity cap)
            implements Benefit {
        public SameGift {
            tiers = Tiers.checked(tiers, every);
            Tiers.positive(tiers, Quantity::amount);
            Tiers.capped(cap);
        }
    }

    /** So many units of a product. */
    record Present(ProductId product, Quantity quantity) {}
}
