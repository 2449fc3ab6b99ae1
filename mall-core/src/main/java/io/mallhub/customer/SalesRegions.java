package io.mallhub.customer;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sells in which region, as data: of the versions of one prefix of GB/T 2260 codes the newest
 * counts, and for a company the longest prefix whose salesperson is at work.
 */
public interface SalesRegions {
    /** Audited. */
    PutOutcome put(PutRegion command);

    /** By prefix; the empty one, everywhere else, first. */
    List<SalesRegion> inForce();

    /** Every version, newest first. */
    Page<SalesRegion> history(PageRequest page);

    /**
     * @param prefix two, four or six digits, or empty
     * @param salesperson login; null ends the prefix
     */
    record SalesRegion(
            long id,
            String prefix,
            @Nullable String salesperson,
            String reason,
            String by,
            Instant at) {}

    record PutRegion(String prefix, @Nullable String salesperson, String reason, Actor by) {}

    sealed interface PutOutcome {
        record Put(SalesRegion region) implements PutOutcome {}

        /**
         * @param why message key: salesperson.not-staff, salesperson.prefix, salesperson.unknown,
         *     salesperson.reason-missing
         */
        record Refused(String why) implements PutOutcome {}
    }
}
