package io.mallhub.storefront.api;

import io.mallhub.identity.BuyerView;
import io.mallhub.receipt.Announcements.AnnounceTransfer;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.receipt.Announcements.Upload;
import io.mallhub.shared.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that pays an order or tops up, as a program announces it.
 *
 * @param sentOn a day
 * @param proof a picture or PDF; may be absent
 */
record NewTransferJson(
        @Nullable String amount,
        @Nullable String bankReference,
        @Nullable String sentOn,
        @Nullable String note,
        @Nullable ProofJson proof) {
    AnnounceTransfer command(BuyerView buyer, Purpose purpose, @Nullable String order) {
        return new AnnounceTransfer(
                buyer.company(),
                money(),
                bankReference == null ? "" : Wire.text(bankReference),
                day(),
                note == null ? "" : Wire.text(note),
                proof == null ? null : proof.upload(),
                purpose,
                order,
                buyer.actor());
    }

    private Money money() {
        return Wire.amount(amount).orElseThrow(() -> Problem.badRequest("transfer.amount"));
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(sentOn == null ? "" : sentOn);
        } catch (DateTimeException notOne) {
            throw Problem.badRequest("transfer.day");
        }
    }

    /**
     * @param content in Base64
     */
    record ProofJson(@Nullable String fileName, @Nullable String content) {
        Upload upload() {
            try {
                return new Upload(
                        fileName == null ? "" : fileName,
                        Base64.getDecoder().decode(content == null ? "" : content));
            } catch (IllegalArgumentException notBase64) {
                throw Problem.badRequest("transfer.proof");
            }
        }
    }
}
