package io.mallhub.storefront.api;

import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How figures travel: money as decimal text, since programs that read JSON numbers as binary
 * fractions lose cents; quantities as plain numbers without trailing zeros.
 */
final class Wire {
    static final String CURRENCY = "CNY";

    private Wire() {}

    /** Free text as it is kept: trimmed, and without the null character no database takes. */
    static String text(String sent) {
        return sent.replace("\0", "").strip();
    }

    static String money(Money amount) {
        return amount.toString();
    }

    /** Empty unless it is an amount with at most two decimals. */
    static Optional<Money> amount(@Nullable String sent) {
        return sent != null && sent.matches("[0-9]{1,10}(\\.[0-9]{1,2})?")
                ? Optional.of(new Money(new BigDecimal(sent)))
                : Optional.empty();
    }

    static String price(UnitPrice price) {
        return price.toString();
    }

    static BigDecimal quantity(Quantity quantity) {
        return new BigDecimal(quantity.toString());
    }
}
