package io.mallhub.console.prepaid;

import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A top-up as a person of finance typed it. */
record TopUpForm(@Nullable String amount, @Nullable String reference, @Nullable String note) {
    private static final String MONEY = "[0-9]{1,10}(\\.[0-9]{1,2})?";

    public String typedAmount() {
        return amount == null ? "" : amount.strip();
    }

    /** Empty unless it is an amount with at most two decimals. */
    public Optional<Money> money() {
        return typedAmount().matches(MONEY)
                ? Optional.of(new Money(new BigDecimal(typedAmount())))
                : Optional.empty();
    }

    public String bankReference() {
        return reference == null ? "" : reference.strip();
    }

    public String remark() {
        return note == null ? "" : note.strip();
    }
}
