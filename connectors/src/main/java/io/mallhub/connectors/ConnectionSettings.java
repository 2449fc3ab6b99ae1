package io.mallhub.connectors;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Where and how one ERP installation is reached.
 *
 * @param definition key of the definition, e.g. {@code simulator-soap}, or {@code acme@3}
 * @param secrets values for the names that the definition's {@code auth} asks for (username,
 *     password, apiKey …), never logged, and those of its {@code settings}; none in {@link
 *     #toString()}
 * @param allowedHosts hosts the hub may call for this connection; anything else, redirects
 *     included, is refused
 * @param timeout of a whole call
 */
public record ConnectionSettings(
        String name,
        String definition,
        URI endpoint,
        Map<String, String> secrets,
        Set<String> allowedHosts,
        Duration timeout) {
    public ConnectionSettings {
        secrets = Map.copyOf(secrets);
        allowedHosts = Set.copyOf(allowedHosts);
    }

    @Override
    public String toString() {
        return "ConnectionSettings[" + name + ", " + definition + ", " + endpoint + "]";
    }
}
