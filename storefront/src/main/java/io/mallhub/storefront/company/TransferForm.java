package io.mallhub.storefront.company;

import io.mallhub.identity.BuyerView;
import io.mallhub.receipt.Announcements.AnnounceTransfer;
import io.mallhub.receipt.Announcements.Upload;
import io.mallhub.shared.Money;
import io.mallhub.webkit.TypedTransfer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A transfer that a buyer says the company made, as typed. */
record TransferForm(
        @Nullable String amount,
        @Nullable String reference,
        @Nullable String day,
        @Nullable String note)
        implements TypedTransfer {
    AnnounceTransfer command(
            BuyerView buyer, Money money, LocalDate sentOn, @Nullable Upload proof) {
        return new AnnounceTransfer(
                buyer.company(), money, bankReference(), sentOn, remark(), proof, buyer.actor());
    }
}
