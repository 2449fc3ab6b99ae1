package io.mallhub.audit.internal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param key secret that the chain is hashed with, kept outside the database, so that who can write
 *     the tables still cannot forge a chain. No default: an installation makes its own. Changing it
 *     makes every earlier entry unprovable.
 */
@Validated
@ConfigurationProperties("mallhub.audit")
record AuditSettings(@NotNull @Size(min = 32) String key) {
    @Override
    public String toString() {
        return "AuditSettings[key=***]";
    }
}
