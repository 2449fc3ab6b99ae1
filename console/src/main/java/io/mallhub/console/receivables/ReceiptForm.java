package io.mallhub.console.receivables;

import io.mallhub.identity.StaffView;
import io.mallhub.receipt.Receipts.RecordReceipt;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.webkit.Typed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A payment received, as a person of finance typed it. */
record ReceiptForm(
        @Nullable String amount,
        @Nullable String reference,
        @Nullable String day,
        @Nullable String note,
        @Nullable List<String> orders) {
    private static final String MONEY = "[0-9]{1,10}(\\.[0-9]{1,2})?";

    public String typedAmount() {
        return text(amount);
    }

    public String bankReference() {
        return text(reference);
    }

    public String typedDay() {
        return text(day);
    }

    public String remark() {
        return text(note);
    }

    public List<String> meantFor() {
        return orders == null ? List.of() : orders;
    }

    private static String text(@Nullable String typed) {
        String words = Typed.words(typed);
        return words == null ? "" : words;
    }

    /** Empty unless it is an amount with at most two decimals. */
    Optional<Money> money() {
        return typedAmount().matches(MONEY)
                ? Optional.of(new Money(new BigDecimal(typedAmount())))
                : Optional.empty();
    }

    /** Empty unless it is a day. */
    Optional<LocalDate> receivedOn() {
        try {
            return Optional.of(LocalDate.parse(typedDay()));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    RecordReceipt command(CustomerId customer, Money money, LocalDate receivedOn, StaffView me) {
        return new RecordReceipt(
                customer, money, bankReference(), receivedOn, remark(), meantFor(), me.actor());
    }
}
