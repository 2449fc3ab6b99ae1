package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wanted line with all that is known about it now.
 *
 * @param line 0-based
 * @param product null when nobody knows it
 * @param quote null when it has no price for this customer
 * @param discount of all that takes something off
 * @param points the part of it that points pay
 * @param belowFloor the price, less its discount, is under the floor of the product; never of a
 *     gift
 * @param gift code of the rule that gives it for nothing; empty for what is bought
 * @param traits by which promotions looked at it; null while none has
 * @param flash occurrence of a flash sale that it was taken from; null before, and for others
 * @param problems empty when it can be ordered, as far as goods, licence and price go
 */
record AssessedLine(
        int line,
        ProductId productId,
        Quantity quantity,
        @Nullable ProductView product,
        @Nullable PriceQuote quote,
        Money discount,
        Money points,
        boolean belowFloor,
        String gift,
        Verdict verdict,
        @Nullable Traits traits,
        @Nullable UUID flash,
        List<LineProblem> problems) {

    boolean isPriced() {
        return product != null && quote != null;
    }

    /** It has a price, and no quantity that nobody could mean. */
    boolean canBeReckoned() {
        return isPriced() && QuantityRule.check(quantity).isEmpty();
    }

    boolean isGift() {
        return !gift.isEmpty();
    }

    /** So many given by the rule, wholly: their price is disclosed as their discount. */
    AssessedLine givenBy(String rule, Quantity many, PriceQuote price, int place) {
        Money worth = price.price().times(many);
        return new AssessedLine(
                place,
                productId,
                many,
                product,
                price,
                worth,
                Money.ZERO,
                false,
                rule,
                verdict,
                null,
                null,
                List.of());
    }

    /** The same as promotions look at it. */
    AssessedLine seenAs(@Nullable Traits looks) {
        return new AssessedLine(
                line,
                productId,
                quantity,
                product,
                quote,
                discount,
                points,
                belowFloor,
                gift,
                verdict,
                looks,
                flash,
                problems);
    }

    /** It is bought at the price of a flash sale that runs, and has to be taken from its quota. */
    boolean isFlash() {
        return !isGift() && quote != null && quote.source() == PriceQuote.Source.FLASH;
    }

    /** Taken from this occurrence, at this price. */
    AssessedLine takenFrom(UUID occurrence, PriceQuote price) {
        return new AssessedLine(
                line,
                productId,
                quantity,
                product,
                price,
                discount,
                points,
                belowFloor || price.belowFloor(),
                gift,
                verdict,
                traits,
                occurrence,
                problems.stream().filter(it -> !it.problem().equals(LineRules.NO_PRICE)).toList());
    }

    /** Before any discount. */
    Money gross() {
        return quote == null ? Money.ZERO : quote.price().times(quantity);
    }

    Money amount() {
        return gross().minus(discount);
    }

    /**
     * The same for less.
     *
     * @param floor of the product's unit price, if it has one
     */
    AssessedLine less(Money taken, @Nullable UnitPrice floor) {
        return less(taken, Money.ZERO, floor);
    }

    /** The same, a part of it paid with points. */
    AssessedLine paidWithPoints(Money part, @Nullable UnitPrice floor) {
        return less(discount.plus(part), part, floor);
    }

    private AssessedLine less(Money taken, Money part, @Nullable UnitPrice floor) {
        boolean below =
                belowFloor
                        || !isGift()
                                && floor != null
                                && gross().minus(taken).compareTo(floor.times(quantity)) < 0;
        return new AssessedLine(
                line, productId, quantity, product, quote, taken, part, below, gift, verdict,
                traits, flash, problems);
    }

    OrderLine sold() {
        return sold(List.of());
    }

    /**
     * @param steps prices for less, from the least quantity on
     */
    OrderLine sold(List<PriceQuote.Break> steps) {
        if (product == null || quote == null) {
            throw new IllegalStateException("Line " + line + " cannot be sold: " + problems);
        }
        return new OrderLine(
                product, quantity, quote, steps, discount, points, belowFloor, gift, traits, flash);
    }
}
