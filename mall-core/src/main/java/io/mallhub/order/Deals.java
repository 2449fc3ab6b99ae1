package io.mallhub.order;

import io.mallhub.catalog.ProductView;
import io.mallhub.customer.CustomerView;
import io.mallhub.order.Carts.CartGift;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What promotion rules are worth to buyers, before anything is ordered. Changes nothing. */
public interface Deals {
    /**
     * Live rules that the customer may be told of at these products in the shop, in the order in
     * which they take their turn; products without one are missing.
     */
    Map<ProductId, List<Rule>> offered(CustomerView customer, List<ProductView> goods);

    /**
     * What an example basket would cost if the rule were live, in the place of its older version
     * where there is one, beside all other live rules.
     */
    PreviewOutcome preview(Rule rule, Example example);

    /**
     * Works the orders of these days out again, in the order of their time, under the live rules of
     * now, and under these with the drafts among them, each in the place of its live version. A
     * draft that is live as it is, is left out of the live rules. Orders keep their prices, and
     * their goods the categories and tags they had; customers are what they are now. Drafts, and
     * live rules that hold now, are looked at without their periods, and have their whole limits to
     * give. Orders that ended early and exchanges are left out; at most {@link #MOST_REHEARSED}
     * orders, the oldest of the time first.
     *
     * @param drafts of different codes
     */
    Rehearsal rehearse(Collection<Rule> drafts, LocalDate first, LocalDate last);

    int MOST_REHEARSED = 50_000;

    /**
     * @param at the instant for which it is asked
     */
    record Example(
            CustomerId company,
            PaymentMethod payment,
            Channel channel,
            Instant at,
            List<SubmitOrder.Line> lines) {
        public Example {
            lines = List.copyOf(lines);
        }
    }

    sealed interface PreviewOutcome {
        /**
         * @param lines what is bought
         * @param explanations of every rule, also of those that are about other goods
         */
        record Shown(
                List<PreviewLine> lines,
                List<CartGift> gifts,
                Money discount,
                Money total,
                List<Explanation> explanations)
                implements PreviewOutcome {}

        /** A product is unknown or has no price for this company. */
        record Refused(List<LineProblem> problems) implements PreviewOutcome {}
    }

    record PreviewLine(
            String code,
            String name,
            Quantity quantity,
            UnitPrice price,
            Money discount,
            Money amount) {}

    /**
     * @param orders that were looked at
     * @param goods what they cost before promotions; what coupons and points took off stays off
     * @param now under the live rules
     * @param then with the drafts
     * @param affected orders that would get something else
     * @param customers whose orders are affected, the greatest difference first
     * @param hits of the rules with the drafts
     * @param cut there were more orders
     */
    record Rehearsal(
            long orders,
            Money goods,
            Given now,
            Given then,
            long affected,
            List<Affected> customers,
            List<Hit> hits,
            boolean cut) {
        public Rehearsal {
            customers = List.copyOf(customers);
            hits = List.copyOf(hits);
        }

        /** What the orders bring in; gifts cost what they are worth besides. */
        public Money revenue(Given given) {
            return goods.minus(given.discount());
        }

        /** What the drafts give more; less than nothing where they give less. */
        public Given more() {
            return then.minus(now);
        }
    }

    /**
     * What rules give.
     *
     * @param discount money off
     * @param gifts what they are worth, at the price of the order or the base price
     */
    record Given(Money discount, Money gifts) {
        public static final Given NOTHING = new Given(Money.ZERO, Money.ZERO);

        public Given plus(Given other) {
            return new Given(discount.plus(other.discount), gifts.plus(other.gifts));
        }

        public Given minus(Given other) {
            return new Given(discount.minus(other.discount), gifts.minus(other.gifts));
        }

        public Money worth() {
            return discount.plus(gifts);
        }
    }

    /**
     * @param orders that are affected
     * @param now what these get under the live rules
     * @param then with the drafts
     */
    record Affected(CustomerId company, long orders, Given now, Given then) {}

    /** What rules run into. */
    enum Policy {
        /** A line is sold below its floor price: the order desk has to approve. */
        FLOOR_PRICE,
        /** Goods that are never given for nothing: the rule gives nothing. */
        NEVER_GIFT,
        /** Budget or number of orders: what is left is not enough for the order. */
        LIMIT,
        COMPANY_LIMIT
    }

    /**
     * @param rule code of the rule; empty for the floor price, which is about all rules together
     * @param name of the rule
     * @param now orders that run into it under the live rules as well
     * @param orders with the drafts
     * @param example number of the first of these
     * @param since when that was submitted
     */
    record Hit(
            Policy policy,
            String rule,
            String name,
            long now,
            long orders,
            String example,
            Instant since) {}
}
