package io.mallhub.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A quantity in base units, at most 3 decimals (more is an error). May be negative: the caller says
 * where it may not.
 */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        amount = amount.setScale(3, RoundingMode.UNNECESSARY);
    }

    public static Quantity of(long amount) {
        return new Quantity(BigDecimal.valueOf(amount));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.amount));
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        BigDecimal shown = amount.stripTrailingZeros();
        return shown.setScale(Math.max(0, shown.scale())).toPlainString();
    }
}
