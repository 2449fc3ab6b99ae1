package io.mallhub.returns;

import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.List;

/**
 * The one statement of what a return gives back: amounts of the accepted quantity to the cent, and
 * what follows from it elsewhere. Before the inspection it supposes that everything is accepted.
 *
 * @param creditNote number of the credit note (red invoice); empty until the return is settled
 * @param lost what the goods that stay cost more, since they no longer reach what took something
 *     off the order; negative where an earlier return's is given back
 * @param charges what coupons that the order earned took off other orders, kept back since nothing
 *     of the order stays
 * @param gross what goes back, the way the order was paid: the lines less what is lost and charged
 * @param consequences of other ledgers: coupon, points, promotion tier, commission
 */
public record Reversal(
        List<Line> lines,
        Money lost,
        List<Charge> charges,
        Money gross,
        Money net,
        Money tax,
        String creditNote,
        List<Consequence> consequences) {

    public record Line(
            int orderLine,
            ProductId product,
            String code,
            String name,
            Quantity accepted,
            Money gross,
            Money net,
            Money tax) {}

    /**
     * @param order that holds or used the coupon
     * @param gross kept back
     */
    public record Charge(String coupon, String order, Money gross) {}

    /**
     * @param amount 0 where no money moves
     * @param internal the seller's own affair: never shown to the buyer
     * @param kind message key: reversal.commission, reversal.coupon, reversal.points …
     */
    public record Consequence(String kind, Money amount, String detail, boolean internal) {}
}
