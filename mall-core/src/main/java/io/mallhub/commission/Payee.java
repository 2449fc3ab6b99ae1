package io.mallhub.commission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Into which account a beneficiary is paid: one version.
 *
 * @param uscc of a company that is paid, empty for a person
 * @param confirmed null while the second person has not decided
 * @param inForceFrom after the waiting time; null unless confirmed
 */
public record Payee(
        long id,
        String beneficiary,
        String holder,
        String bank,
        String account,
        String uscc,
        String phone,
        String address,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Boolean confirmed,
        @Nullable Instant inForceFrom) {
    /** For lists: the last four characters. */
    public String masked() {
        return account.length() <= 4 ? account : "…" + account.substring(account.length() - 4);
    }
}
