package io.mallhub.customer;

import io.mallhub.shared.Actor;
import io.mallhub.shared.RegulatoryCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the seller itself may sell. Empty in a new installation: until licences are declared, the
 * {@link LicenceGate} lets nothing through.
 */
public interface SellerLicences {
    /** Adds a licence, or replaces the one with the same number. */
    void declare(SellerLicence licence, Actor by);

    void withdraw(String number, String reason, Actor by);

    List<SellerLicence> all();

    /**
     * @param validUntil last valid day (Asia/Shanghai); null = long-term
     */
    record SellerLicence(
            String number, @Nullable LocalDate validUntil, Set<RegulatoryCategory> scope) {
        public SellerLicence {
            scope = Set.copyOf(scope);
        }

        public boolean covers(RegulatoryCategory category, LocalDate day) {
            return scope.contains(category) && (validUntil == null || !day.isAfter(validUntil));
        }
    }
}
