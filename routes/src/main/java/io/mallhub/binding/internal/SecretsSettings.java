package io.mallhub.binding.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the credentials of ERPs are locked; one of both must be given.
 *
 * @param secretsKey 32 bytes in base64, the same on all nodes
 * @param secretsKeyFile holds such a key; made on first use, readable by its owner alone (for one
 *     node with its own data folder)
 */
@ConfigurationProperties("mallhub")
record SecretsSettings(@Nullable String secretsKey, @Nullable Path secretsKeyFile) {
    @Override
    public String toString() {
        return "SecretsSettings[" + secretsKeyFile + "]";
    }
}
