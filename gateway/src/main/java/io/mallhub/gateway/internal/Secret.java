package io.mallhub.gateway.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets of programs: 256 random bits, so that a fast digest suffices where a password of a person
 * would need a slow one.
 */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int SALT = 16;

    private Secret() {}

    static String fresh() {
        return random(BYTES);
    }

    /** With a salt of its own. */
    static String digest(String secret) {
        String salt = random(SALT);
        return salt + ":" + hmac(salt, secret);
    }

    static boolean fits(String secret, String digest) {
        int at = digest.indexOf(':');
        return MessageDigest.isEqual(
                digest.substring(at + 1).getBytes(StandardCharsets.US_ASCII),
                hmac(digest.substring(0, at), secret).getBytes(StandardCharsets.US_ASCII));
    }

    private static String random(int bytes) {
        byte[] fresh = new byte[bytes];
        RANDOM.nextBytes(fresh);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
    }

    private static String hmac(String salt, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
