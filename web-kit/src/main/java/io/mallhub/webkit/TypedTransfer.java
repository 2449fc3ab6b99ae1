package io.mallhub.webkit;

import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transfer of the bank in a form, as somebody typed it: shown again as typed when refused. */
public interface TypedTransfer {
    @Nullable String amount();

    @Nullable String reference();

    @Nullable String day();

    @Nullable String note();

    default String typedAmount() {
        return text(amount());
    }

    default String bankReference() {
        return text(reference());
    }

    default String typedDay() {
        return text(day());
    }

    default String remark() {
        return text(note());
    }

    /** Empty unless it is an amount with at most two decimals. */
    default Optional<Money> money() {
        return typedAmount().matches("[0-9]{1,10}(\\.[0-9]{1,2})?")
                ? Optional.of(new Money(new BigDecimal(typedAmount())))
                : Optional.empty();
    }

    /** Empty unless it is a day. */
    default Optional<LocalDate> onDay() {
        try {
            return Optional.of(LocalDate.parse(typedDay()));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        String words = Typed.words(typed);
        return words == null ? "" : words;
    }
}
