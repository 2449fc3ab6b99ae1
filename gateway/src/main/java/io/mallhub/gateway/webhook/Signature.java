package io.mallhub.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code v1=<hex>}: HMAC-SHA-256 over the time, a full stop and the body as sent. */
final class Signature {
    private Signature() {}

    /** One for each secret, with commas between them. */
    static String of(long timestamp, String body, List<String> secrets) {
        return secrets.stream()
                .map(secret -> "v1=" + hmac(secret, timestamp + "." + body))
                .collect(Collectors.joining(","));
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
