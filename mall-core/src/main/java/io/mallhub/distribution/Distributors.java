package io.mallhub.distribution;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may share: salespeople, on two levels at most. Nobody pays to become one, and nobody earns by
 * winning another; who stands above earns of goods that were sold alone.
 */
public interface Distributors {
    /**
     * Audited. Appoints, or appoints anew whoever had ended. Message key of why not:
     * distributor.not-staff, distributor.own (nobody appoints himself), distributor.unknown (no
     * salesperson at work), distributor.already, distributor.parent-unknown, distributor.too-deep,
     * distributor.reason-missing, distributor.reason-too-long.
     */
    Optional<String> appoint(Appoint command);

    /**
     * Audited. From now on his links bring nothing; those below him share without one above.
     * Message key of why not: distributor.none, and as above about the reason.
     */
    Optional<String> end(String login, String reason, Actor by);

    /** Whether he may share now. */
    boolean isOne(String login);

    /** By login. */
    Page<Distributor> page(DistributorQuery query, PageRequest page);

    /**
     * @param parent login of who stands above; null for nobody
     */
    record Appoint(String login, @Nullable String parent, String reason, Actor by) {}

    /**
     * @param ended whether to list those who have ended rather than the others
     * @param text part of login or name
     */
    record DistributorQuery(boolean ended, @Nullable String text) {}

    /**
     * @param level 1 or 2
     * @param parent login of who stands above; null on level 1
     * @param below how many stand below and have not ended
     * @param links how many of his links are not revoked
     */
    record Distributor(
            String login,
            String name,
            int level,
            @Nullable String parent,
            long below,
            long links,
            String reason,
            String by,
            Instant since,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String endReason) {}
}
