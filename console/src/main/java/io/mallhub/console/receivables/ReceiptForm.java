package io.mallhub.console.receivables;

import io.mallhub.identity.StaffView;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.Receipts.RecordReceipt;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.TypedTransfer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment received, as a person of finance typed it.
 *
 * @param announcement number of the one that it takes over, if any
 */
record ReceiptForm(
        @Nullable String amount,
        @Nullable String reference,
        @Nullable String day,
        @Nullable String note,
        @Nullable List<String> orders,
        @Nullable String announcement)
        implements TypedTransfer {
    /** As the buyer announced it, to be compared with the bank statement. */
    static ReceiptForm of(AnnouncementView announced) {
        return new ReceiptForm(
                announced.amount().toString(),
                announced.bankReference(),
                announced.sentOn().toString(),
                announced.note(),
                announced.order() == null ? null : List.of(announced.order()),
                announced.number());
    }

    public String takesOver() {
        String words = Typed.words(announcement);
        return words == null ? "" : words;
    }

    public List<String> meantFor() {
        return orders == null ? List.of() : orders;
    }

    RecordReceipt command(CustomerId customer, Money money, LocalDate receivedOn, StaffView me) {
        return new RecordReceipt(
                customer, money, bankReference(), receivedOn, remark(), meantFor(), me.actor());
    }
}
