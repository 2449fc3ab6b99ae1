package io.mallhub.console.integration;

import io.mallhub.connectors.ConnectionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a connection's ERP is and who calls it, as integration typed it. */
public record ConnectionForm(Map<String, String> typed) {
    private static final int LONGEST_TIMEOUT = 120;
    private static final int USUAL_TIMEOUT = 20;

    static ConnectionForm of(ConnectionSettings settings, String title) {
        return new ConnectionForm(
                Map.of(
                        "title", title,
                        "endpoint", settings.endpoint().toString(),
                        "timeout", Long.toString(settings.timeout().toSeconds()),
                        "hosts",
                                settings.allowedHosts().stream()
                                        .filter(it -> !it.equals(settings.endpoint().getHost()))
                                        .sorted()
                                        .collect(Collectors.joining(" "))));
    }

    /** What was typed; empty where nothing was. */
    public String get(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** Typed secrets are never shown again. */
    ConnectionForm withoutSecrets() {
        return new ConnectionForm(
                typed.entrySet().stream()
                        .filter(it -> !it.getKey().startsWith("secret."))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    String title(String otherwise) {
        return get("title").isEmpty() ? otherwise : get("title");
    }

    /** Why it cannot be saved. */
    Optional<String> refusal() {
        if (endpoint() == null) {
            return Optional.of("console.connection.bad-endpoint");
        }
        return seconds() == 0 ? Optional.of("console.connection.bad-timeout") : Optional.empty();
    }

    private @Nullable URI endpoint() {
        try {
            URI uri = URI.create(get("endpoint"));
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && uri.getUserInfo() == null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** 0 for what is none. */
    private int seconds() {
        String wanted = get("timeout");
        if (wanted.isEmpty()) {
            return USUAL_TIMEOUT;
        }
        return wanted.matches("[1-9][0-9]{0,2}") && Integer.parseInt(wanted) <= LONGEST_TIMEOUT
                ? Integer.parseInt(wanted)
                : 0;
    }

    /** Secrets of these names that were typed. */
    Map<String, String> secrets(Collection<String> names) {
        Map<String, String> secrets = new HashMap<>();
        for (String name : names) {
            String secret = typed.getOrDefault("secret." + name, "");
            if (!secret.isBlank()) {
                secrets.put(name, secret);
            }
        }
        return secrets;
    }

    /** Of a form without {@link #refusal}; the endpoint's host is always one that may be called. */
    ConnectionSettings settings(String name, String definition, Collection<String> secretNames) {
        URI endpoint = endpoint();
        if (endpoint == null) {
            throw new IllegalStateException("The form was refused");
        }
        Set<String> hosts =
                Arrays.stream(get("hosts").split("[\\s,;，；]+"))
                        .filter(host -> !host.isBlank())
                        .collect(Collectors.toSet());
        hosts.add(endpoint.getHost());
        return new ConnectionSettings(
                name,
                definition,
                endpoint,
                secrets(secretNames),
                hosts,
                Duration.ofSeconds(seconds()));
    }
}
