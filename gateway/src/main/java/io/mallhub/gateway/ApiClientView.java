package io.mallhub.gateway;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program of an ERP.
 *
 * @param id what it signs in with; no secret
 * @param soapDigest its secret is kept (encrypted), as the digest of WS-Security needs
 * @param perMinute calls it may make, per node
 * @param previousUntil how long the secret before the last rotation is still good
 * @param lastUsed to the minute
 */
public record ApiClientView(
        String id,
        String connection,
        String title,
        Set<ClientRight> rights,
        int perMinute,
        boolean soapDigest,
        Instant created,
        @Nullable Instant rotated,
        @Nullable Instant previousUntil,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {
    public ApiClientView {
        rights = Set.copyOf(rights);
    }
}
