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
 * @param gross what goes back, the way the order was paid
 * @param consequences of other ledgers: coupon, points, promotion tier, commission
 */
public record Reversal(
        List<Line> lines,
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
     * @param kind message key: reversal.commission, reversal.coupon, reversal.points …
     */
    public record Consequence(String kind, Money amount, String detail) {}
}
