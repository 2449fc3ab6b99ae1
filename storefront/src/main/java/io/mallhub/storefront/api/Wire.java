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

    private static final int LONGEST_KEY = 100;

    private Wire() {}

    /** Free text as it is kept: trimmed, and without the null character no database takes. */
    static String text(String sent) {
        return sent.replace("\0", "").strip();
    }

    /**
     * What names a row, trimmed. With the null character in it it names none and is empty: leaving
     * the character out could make it the name of another row.
     */
    static String name(String sent) {
        return sent.indexOf('\0') < 0 ? sent.strip() : "";
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

    /** What names a request, so that its repetition is the same one. */
    static String key(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_KEY) {
            throw Problem.badRequest("idempotency-key.missing");
        }
        return header.strip();
    }

    static String price(UnitPrice price) {
        return price.toString();
    }

    static BigDecimal quantity(Quantity quantity) {
        return new BigDecimal(quantity.toString());
    }
}
