package io.mallhub.gateway;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Programs of ERPs that may call the mall, each for one connection. Secrets are made by the mall,
 * told once and never again.
 */
public interface ApiClients {
    /** Newest first. */
    Page<ApiClientView> page(@Nullable String connection, PageRequest page);

    Optional<ApiClientView> client(String id);

    /**
     * @throws IllegalArgumentException for an unknown connection, no title or no rights
     */
    ShownOnce create(NewApiClient client, Actor by);

    /**
     * A new secret; the old one stays good for {@code mallhub.gateway.rotation}.
     *
     * @throws IllegalStateException of a revoked one
     */
    ShownOnce rotate(String id, Actor by);

    void change(String id, Set<ClientRight> rights, int perMinute, Actor by);

    /** At once and for good, tokens included. Idempotent. */
    void revoke(String id, String reason, Actor by);

    /**
     * @param soapDigest it will use the digest of WS-Security: its secret has to be kept
     *     (encrypted)
     */
    record NewApiClient(
            String connection,
            String title,
            Set<ClientRight> rights,
            int perMinute,
            boolean soapDigest) {}

    /** To be shown to a person, once. */
    record ShownOnce(String id, String secret) {
        /** Id and secret in one, for the header X-Api-Key. */
        public String key() {
            return id + "." + secret;
        }

        @Override
        public String toString() {
            return "ShownOnce[" + id + "]";
        }
    }
}
