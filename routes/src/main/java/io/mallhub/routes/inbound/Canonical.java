package io.mallhub.routes.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** Canonical records as JSON, for quarantine, and as a digest that tells changed from unchanged. */
public final class Canonical {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Canonical() {}

    public static String json(Object canonical) {
        return JSON.writeValueAsString(canonical);
    }

    public static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    /** SHA-256 of the JSON, in hexadecimal. */
    public static String hash(Object content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(json(content).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
