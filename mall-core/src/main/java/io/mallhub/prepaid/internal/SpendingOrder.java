package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.shared.Money;

/**
 * An order spends principal first, and bonus only after it. So the bonus rewards money that was
 * really spent on goods, and whoever asks for what is left of his payment can't have spent the
 * bonus before.
 */
final class SpendingOrder {
    private SpendingOrder() {}

    /** Of what is available, which is at least so much. */
    static PrepaidAmount split(PrepaidAmount available, Money amount) {
        Money principal =
                amount.compareTo(available.principal()) < 0 ? amount : available.principal();
        return new PrepaidAmount(principal, amount.minus(principal));
    }
}
