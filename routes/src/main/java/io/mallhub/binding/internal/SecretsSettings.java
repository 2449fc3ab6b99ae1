package io.mallhub.binding.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the credentials of ERPs are locked; one of both must be given. Each may hold several keys,
 * with commas, blanks or line ends between them, the newest first: it locks, the others only open.
 *
 * @param secretsKey 32 bytes in base64, the same on all nodes
 * @param secretsKeyFile holds such keys; made on first use, readable by its owner alone (for one
 *     node with its own data folder)
 * @param secretsLost the name of a key that is gone for good, as a refused start told it: what it
 *     locks is given up
 */
@ConfigurationProperties("mallhub")
record SecretsSettings(
        @Nullable String secretsKey, @Nullable Path secretsKeyFile, @Nullable String secretsLost) {
    @Override
    public String toString() {
        return "SecretsSettings[" + secretsKeyFile + "]";
    }
}
