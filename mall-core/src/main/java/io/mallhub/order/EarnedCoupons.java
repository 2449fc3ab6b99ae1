package io.mallhub.order;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.util.List;
import java.util.Map;

/**
 * Coupons that a completed order earned, once all its goods came back: they end, and what one of
 * them takes off another order is charged, which is to say that less of the earning order's money
 * goes back. As far as the other order ends or shrinks afterwards, the charge goes back by a credit
 * note on the earning order, the way that one was paid. A ledger, append-only: of each coupon one
 * charge, and never more back than was charged.
 */
public interface EarnedCoupons {
    /** Numbers of the coupons that the order earned and {@link #end} ends. */
    List<String> of(String orderNumber);

    /** Those that another order holds or used and nobody was charged for, whatever their time. */
    List<Use> uses(String orderNumber);

    /**
     * What the coupon takes off goods of the order that uses it: each piece of a line as much as
     * another.
     *
     * @param kept how many by 1-based line; a line that is missing is not kept
     */
    Money takenOff(Use use, Map<Integer, Quantity> kept);

    /**
     * Nothing of the order stays with the buyer: what it earned ends, at once where it is free, for
     * the case that it comes back where another order has it. Its coupons stand still until the end
     * of the caller's transaction, which this joins. Idempotent.
     *
     * @param document why, the number of a return for example
     */
    void end(String orderNumber, String document, Actor by);

    /**
     * So much of the order's money is kept back. Joins the caller's transaction, after {@link #end}
     * in it; idempotent by coupon.
     *
     * @param document the return that gives so much less back
     */
    void charge(String orderNumber, String document, List<Charge> charges, Actor by);

    /** What {@link #review} would give back. */
    List<Back> foresee(String usedBy, Map<Integer, Quantity> kept);

    /**
     * So much of an order stays with the buyer: what was charged beyond what coupons still take off
     * these goods goes back. Joins the caller's transaction, after the coupons that take nothing
     * off any more were released; idempotent.
     *
     * @param kept as for {@link #takenOff}
     * @param reason number of what caused it
     */
    void review(String usedBy, Map<Integer, Quantity> kept, String reason, Actor by);

    /**
     * @param earnedBy the order that came back
     * @param usedBy the order that holds or used it
     */
    record Use(String coupon, String earnedBy, String usedBy) {}

    record Charge(Use use, Money amount) {}

    /**
     * @param amount of the charge, that goes back
     */
    record Back(Use use, Money amount) {}
}
