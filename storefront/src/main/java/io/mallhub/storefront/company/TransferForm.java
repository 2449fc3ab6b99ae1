package io.mallhub.storefront.company;

import io.mallhub.identity.BuyerView;
import io.mallhub.receipt.Announcements.AnnounceOutcome;
import io.mallhub.receipt.Announcements.AnnounceTransfer;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.receipt.Announcements.Upload;
import io.mallhub.webkit.TypedTransfer;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A transfer that a buyer says the company made, as typed. */
public record TransferForm(
        @Nullable String amount,
        @Nullable String reference,
        @Nullable String day,
        @Nullable String note)
        implements TypedTransfer {
    /** What is no amount or no day; empty when {@link #command} can be made of it. */
    public Optional<AnnounceOutcome.Refused> refusal() {
        if (money().isEmpty()) {
            return Optional.of(new AnnounceOutcome.Refused("receipt.amount", typedAmount()));
        }
        return onDay().isEmpty()
                ? Optional.of(new AnnounceOutcome.Refused("receipt.day", typedDay()))
                : Optional.empty();
    }

    /**
     * @param order that it pays, or null
     */
    public AnnounceTransfer command(
            BuyerView buyer, Purpose purpose, @Nullable String order, @Nullable Upload proof) {
        return new AnnounceTransfer(
                buyer.company(),
                money().orElseThrow(),
                bankReference(),
                onDay().orElseThrow(),
                remark(),
                proof,
                purpose,
                order,
                buyer.actor());
    }

    /** Null for a field that was left empty. */
    public static @Nullable Upload upload(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return null;
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return file.isEmpty() && name.isEmpty() ? null : new Upload(name, file.getBytes());
    }
}
