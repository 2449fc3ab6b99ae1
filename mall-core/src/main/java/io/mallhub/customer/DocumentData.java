package io.mallhub.customer;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param validUntil last valid day (Asia/Shanghai, through its last second); null = long-term
 * @param scopeCodes codes of {@link io.mallhub.shared.RegulatoryCategory} names as the licence
 *     states them; empty where the document has no scope
 */
public record DocumentData(
        DocumentType type,
        String number,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        Set<String> scopeCodes) {
    public DocumentData {
        scopeCodes = Set.copyOf(scopeCodes);
    }
}
