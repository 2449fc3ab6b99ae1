package io.mallhub.routes.inbound;

import io.mallhub.shared.Sha256;
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
        return Sha256.hex(json(content));
    }
}
