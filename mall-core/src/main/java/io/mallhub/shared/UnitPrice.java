package io.mallhub.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Tax-inclusive price of one base unit, at least 0, at most 6 decimals (more is an error, not
 * rounded).
 */
public record UnitPrice(BigDecimal amount) implements Comparable<UnitPrice> {
    public UnitPrice {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("A price is at least 0, not " + amount);
        }
        amount = amount.setScale(6, RoundingMode.UNNECESSARY);
    }

    public static UnitPrice of(String amount) {
        return new UnitPrice(new BigDecimal(amount));
    }

    /** Line amount to the cent, rounded half up: the one place where a line is rounded. */
    public Money times(Quantity quantity) {
        return new Money(amount.multiply(quantity.amount()));
    }

    @Override
    public int compareTo(UnitPrice other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        BigDecimal shown = amount.stripTrailingZeros();
        return shown.setScale(Math.max(2, shown.scale())).toPlainString();
    }
}
