package io.mallhub.connectors.transport;

import io.mallhub.connectors.mapping.BodyEncoding;
import io.mallhub.connectors.mapping.Charsets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hides secrets in whatever is kept of an exchange: by value, and passwords of WS-Security by
 * place.
 */
public final class SecretMask {
    private static final String STARS = "***";

    /** Shorter values would blot out unrelated text; no secret worth its name is shorter. */
    private static final int SHORTEST = 3;

    private static final Pattern WSSE =
            Pattern.compile("(<(?:[\\w.-]+:)?(?:Password|Nonce)\\b[^>]*>)[^<]*");
    private final List<String> values;

    public SecretMask(Collection<String> secrets) {
        this(secrets, BodyEncoding.json(Charsets.named("UTF-8")));
    }

    /**
     * @param encoding of the bodies: its escapes stand in secrets too
     */
    public SecretMask(Collection<String> secrets, BodyEncoding encoding) {
        values =
                secrets.stream()
                        .flatMap(secret -> forms(secret, encoding))
                        .filter(v -> v.length() >= SHORTEST)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, STARS);
        }
        return masked.contains("Password") || masked.contains("Nonce")
                ? WSSE.matcher(masked).replaceAll("$1" + STARS)
                : masked;
    }

    private static Stream<String> forms(String secret, BodyEncoding encoding) {
        return Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
                        URLEncoder.encode(secret, encoding.charset()),
                        secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                        secret.replace("\\", "\\\\").replace("\"", "\\\""))
                .flatMap(form -> Stream.of(form, encoding.escaped(form)));
    }
}
