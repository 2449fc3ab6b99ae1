package io.mallhub.console.prepaid;

import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A top-up as a person of finance typed it.
 *
 * @param announcement number of the transfer that it takes over, if any
 */
record TopUpForm(
        @Nullable String amount,
        @Nullable String reference,
        @Nullable String note,
        @Nullable String announcement) {
    private static final String MONEY = "[0-9]{1,10}(\\.[0-9]{1,2})?";

    /** As the buyer announced it, to be compared with the bank statement. */
    TopUpForm filledFrom(AnnouncementView announced) {
        return amount == null
                ? new TopUpForm(
                        announced.amount().toString(),
                        announced.bankReference(),
                        announced.note(),
                        announced.number())
                : this;
    }

    String takesOver() {
        return announcement == null ? "" : announcement.strip();
    }

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
