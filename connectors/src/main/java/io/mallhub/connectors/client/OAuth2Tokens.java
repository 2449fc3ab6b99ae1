package io.mallhub.connectors.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.ErpFault.CredentialsRefused;
import io.mallhub.connectors.ErpFault.DataInvalid;
import io.mallhub.connectors.ErpFault.Unavailable;
import io.mallhub.connectors.definition.Auth;
import io.mallhub.connectors.transport.HttpOutcome;
import io.mallhub.connectors.transport.Wire;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The token endpoint of RFC 6749: what it is asked, and what its answers mean. */
final class OAuth2Tokens {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A token is let go a little earlier than it ends: calls take time. */
    private static final Duration EARLIER = Duration.ofSeconds(30);

    private OAuth2Tokens() {}

    static Wire.Request request(Auth.OAuth2 auth, ConnectionSettings settings, Requests requests) {
        String id = settings.secrets().getOrDefault("clientId", "");
        String secret = settings.secrets().getOrDefault("clientSecret", "");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        if (!auth.scope().isEmpty()) {
            fields.put("scope", auth.scope());
        }
        if (auth.inBody()) {
            fields.put("client_id", id);
            fields.put("client_secret", secret);
        }
        return new Wire.Request(
                "POST",
                URI.create(auth.url().contains("://") ? auth.url() : requests.at(auth.url())),
                "",
                headers(auth, id, secret),
                fields.entrySet().stream()
                        .map(
                                field ->
                                        field.getKey()
                                                + "="
                                                + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&")),
                true,
                settings.timeout());
    }

    private static Map<String, String> headers(Auth.OAuth2 auth, String id, String secret) {
        Map<String, String> headers = new LinkedHashMap<>();
        // Always in UTF-8, whatever the ERP's own forms are in.
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        if (!auth.inBody()) {
            // RFC 6749 §2.3.1: both are encoded as in a form first.
            headers.put(
                    "Authorization",
                    Requests.basic(URLEncoder.encode(id, UTF_8), URLEncoder.encode(secret, UTF_8)));
        }
        return headers;
    }

    /**
     * @param asked when it was asked for
     */
    static Tokens.Token read(HttpOutcome outcome, String text, Instant asked) {
        return switch (outcome) {
            case HttpOutcome.NotSent n -> throw new Unavailable(n.reason(), null, n.cause());
            case HttpOutcome.Lost l -> throw new Unavailable(l.reason(), null, l.cause());
            case HttpOutcome.Replied r -> read(r.status(), text, asked);
        };
    }

    private static Tokens.Token read(int status, String text, Instant asked) {
        if (status == 400 || status == 401 || status == 403) {
            throw new CredentialsRefused("login refused: HTTP " + status + error(text));
        }
        if (status != 200) {
            throw new Unavailable("the token endpoint says HTTP " + status, null, null);
        }
        JsonNode reply = json(text);
        String token = reply.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new DataInvalid("the token endpoint's reply has no access_token", null);
        }
        long seconds = reply.path("expires_in").asLong(0);
        return seconds <= 0
                ? Tokens.Token.lasting(token)
                : new Tokens.Token(token, asked.plusSeconds(seconds).minus(EARLIER));
    }

    private static String error(String text) {
        try {
            String error = JSON.readTree(text).path("error").asString("");
            return error.isEmpty() ? "" : " " + error;
        } catch (JacksonException e) {
            // The status says enough.
            return "";
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new DataInvalid("the token endpoint's reply is no JSON", e);
        }
    }
}
