package io.mallhub.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A quantity in base units, at most 3 decimals (more is an error). May be negative: the caller says
 * where it may not.
 */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        amount = amount.setScale(3, RoundingMode.UNNECESSARY);
    }

    /**
     * What a person or a program wrote as a quantity; empty when it is none: not a number, more
     * than 3 decimals, or beyond 12 digits, which no goods need and no machine should expand.
     */
    public static Optional<Quantity> typed(String text) {
        try {
            BigDecimal amount = new BigDecimal(text.strip()).stripTrailingZeros();
            boolean huge = amount.precision() - (long) amount.scale() > 12;
            return huge || amount.scale() > 3
                    ? Optional.empty()
                    : Optional.of(new Quantity(amount));
        } catch (ArithmeticException | NumberFormatException notOne) {
            return Optional.empty();
        }
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
