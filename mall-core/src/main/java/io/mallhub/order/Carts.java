package io.mallhub.order;

import io.mallhub.coupon.Coupons;
import io.mallhub.customer.LicenceGate;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.promotion.Channel;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One cart per buyer user, and one for each company that a salesperson orders for. */
public interface Carts {
    /** Whose cart it is that a member of staff fills for a company: apart from its own ones. */
    static UserId onBehalf(UserId staff, CustomerId company) {
        String both = "on-behalf/" + staff.value() + "/" + company.value();
        return new UserId(UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sets the quantity of a product; zero removes it. */
    CartOutcome put(UserId user, CustomerId company, ProductId product, Quantity quantity);

    /** Priced and checked as of now, in the shop, paid on credit, without coupons and points. */
    CartView cart(UserId user, CustomerId company);

    /**
     * Priced and checked as of now: nothing here is promised until submit.
     *
     * @param channel how the order is going to come
     * @param coupons numbers of the company's coupons that are to be used; another one is refused
     *     like one that cannot be used
     * @param points to pay a part with, 0 for none
     */
    CartView cart(
            UserId user,
            CustomerId company,
            Channel channel,
            PaymentMethod payment,
            Collection<String> coupons,
            long points);

    /** As {@link #cart}, of other lines than those of a cart. */
    CartView quote(
            CustomerId company,
            List<SubmitOrder.Line> lines,
            Channel channel,
            PaymentMethod payment,
            Collection<String> coupons,
            long points);

    /** How many lines the cart has: for the frame of every page, one indexed count. */
    int lineCount(UserId user);

    void clear(UserId user);

    sealed interface CartOutcome {
        record Kept(CartView cart) implements CartOutcome {}

        /**
         * @param problem message key: quantity.not-positive, quantity.step, quantity.too-large,
         *     product.unknown …
         */
        record Refused(String problem, String detail) implements CartOutcome {}
    }

    /**
     * @param gifts that come with it, and those that were earned and can't be given
     * @param promotions every rule that is about these goods, and what became of it; none while a
     *     line has no price
     * @param discount taken off the lines by promotions, the chosen coupons and points
     * @param total to pay
     * @param blocked lines that would be refused at submit
     * @param coupons the company's free ones, those that save most first; none while a line has no
     *     price
     * @param points what the company's points may pay; null where they pay nothing, and while a
     *     line has no price
     * @param useless chosen coupons and points that take nothing off, with the reason: submit would
     *     refuse
     * @param seen names what is shown here: an order that is submitted with it is refused when it
     *     would be another one by then
     */
    record CartView(
            List<CartLine> lines,
            List<CartGift> gifts,
            List<Explanation> promotions,
            Money discount,
            Money total,
            long blocked,
            List<Coupons.Offer> coupons,
            @Nullable PointsOffer points,
            List<LineProblem> useless,
            String seen) {
        /** What promotions alone take off. */
        public Money promoted() {
            return promotions.stream().map(Explanation::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /**
     * @param worth at the buyer's price
     * @param rule name of the rule that gives it
     * @param withheld message key of why it can't be given; empty when it comes
     */
    record CartGift(
            ProductId product,
            String code,
            String name,
            String unit,
            Quantity quantity,
            Money worth,
            String rule,
            String withheld) {
        public boolean comes() {
            return withheld.isEmpty();
        }
    }

    /**
     * @param available to the company
     * @param usable of them for this cart, after its coupons, in whole steps
     * @param worth what the usable ones would take off
     * @param step points are used in multiples of it
     * @param saves what the chosen ones take off
     */
    record PointsOffer(long available, long usable, Money worth, int step, Money saves) {}

    /**
     * @param amount less the discount
     * @param price null when the product has no price for this customer
     */
    record CartLine(
            ProductId product,
            String code,
            String name,
            String unit,
            Quantity quantity,
            @Nullable PriceQuote price,
            Money discount,
            Money amount,
            Quantity sellable,
            LicenceGate.Verdict verdict,
            List<String> problems) {}
}
