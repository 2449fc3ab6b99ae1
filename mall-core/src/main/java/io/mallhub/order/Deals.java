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
     * Works the orders of these days out again with the rule alone, at the prices they were made
     * with and without its period; those that ended early and exchanges are left out. At most
     * {@link #MOST_REHEARSED} orders, the oldest of the time first.
     */
    Rehearsal rehearse(Rule rule, LocalDate first, LocalDate last);

    int MOST_REHEARSED = 20_000;

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
     * @param revenue what these orders cost
     * @param affected orders that would have got something
     * @param customers whose orders are affected
     * @param discount what the rule would have taken off
     * @param gifts what its gifts would have been worth, at the price of the order or the base
     *     price
     * @param belowFloor lines that would have been sold below the floor price
     * @param forbidden orders in which the gift policy would have refused a gift, or kept a part of
     *     the price
     * @param cut there were more orders
     */
    record Rehearsal(
            long orders,
            Money revenue,
            long affected,
            long customers,
            Money discount,
            Money gifts,
            long belowFloor,
            long forbidden,
            boolean cut) {
        /** What the orders would have brought in; gifts cost what they are worth besides. */
        public Money left() {
            return revenue.minus(discount);
        }
    }
}
