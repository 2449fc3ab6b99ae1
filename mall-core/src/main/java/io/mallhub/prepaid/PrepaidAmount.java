package io.mallhub.prepaid;

import io.mallhub.shared.Money;

/**
 * Prepaid money, in its two parts.
 *
 * @param principal what the customer paid in
 * @param bonus what the company added to it
 */
public record PrepaidAmount(Money principal, Money bonus) {
    public static final PrepaidAmount ZERO = new PrepaidAmount(Money.ZERO, Money.ZERO);

    public Money total() {
        return principal.plus(bonus);
    }

    public PrepaidAmount plus(PrepaidAmount other) {
        return new PrepaidAmount(principal.plus(other.principal), bonus.plus(other.bonus));
    }

    public PrepaidAmount minus(PrepaidAmount other) {
        return plus(other.negate());
    }

    public PrepaidAmount negate() {
        return new PrepaidAmount(principal.negate(), bonus.negate());
    }

    /** One of the parts is less than nothing. */
    public boolean isShort() {
        return principal.isNegative() || bonus.isNegative();
    }
}
