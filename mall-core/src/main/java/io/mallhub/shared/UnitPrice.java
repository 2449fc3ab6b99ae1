package io.mallhub.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

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

    /**
     * What a person wrote as a price; empty when it is none: below 0, more than 6 decimals, or
     * beyond 12 digits before the point, which no goods cost and no table keeps.
     */
    public static Optional<UnitPrice> typed(BigDecimal amount) {
        BigDecimal price = amount.stripTrailingZeros();
        boolean huge = price.precision() - (long) price.scale() > 12;
        return huge || price.signum() < 0 || price.scale() > 6
                ? Optional.empty()
                : Optional.of(new UnitPrice(price));
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
