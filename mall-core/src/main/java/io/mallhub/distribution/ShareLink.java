package io.mallhub.distribution;

import io.mallhub.shared.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A link as it stands.
 *
 * @param code names it in its address and in the commission it brought
 * @param product null for the whole mall, as code and name are empty
 * @param note of the sharer, for himself
 * @param lastDay Asia/Shanghai, included
 * @param visits how often it was opened, by a browser once at a time
 */
public record ShareLink(
        long id,
        String code,
        String distributor,
        LinkState state,
        @Nullable ProductId product,
        String productCode,
        String productName,
        String note,
        LocalDate firstDay,
        LocalDate lastDay,
        long visits,
        Instant madeAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable String revokeReason) {
    /** Path that it is reached under, below the mall's address. */
    public String path() {
        return "/s/" + code;
    }

    public boolean isOfTheMall() {
        return product == null;
    }
}
