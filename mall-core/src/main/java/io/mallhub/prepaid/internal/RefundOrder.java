package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Money goes back the way it came: each refund is divided as the order was paid. The cent that does
 * not divide goes to the larger remainder, to the principal of two equal ones; counted over all
 * refunds of the order together, so that any sequence of them ends at what was paid, part by part.
 */
final class RefundOrder {
    private RefundOrder() {}

    /**
     * @param paid what the order was paid with
     * @param refunded of it before, as this rule divided it
     * @param amount to be refunded now, at most what is left
     */
    static PrepaidAmount split(PrepaidAmount paid, Money refunded, Money amount) {
        return upTo(paid, refunded.plus(amount)).minus(upTo(paid, refunded));
    }

    /** Of two parts the larger remainder gets the cent: that is rounding half up. */
    private static PrepaidAmount upTo(PrepaidAmount paid, Money refunded) {
        if (paid.total().isZero()) {
            return PrepaidAmount.ZERO;
        }
        BigDecimal principal =
                paid.principal()
                        .amount()
                        .multiply(refunded.amount())
                        .divide(paid.total().amount(), 2, RoundingMode.HALF_UP);
        return new PrepaidAmount(new Money(principal), refunded.minus(new Money(principal)));
    }
}
