package io.mallhub.distribution.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a guest's browser keeps cannot be made or changed by anybody else: no click is younger than
 * it was, and none came of a link that nobody followed here.
 */
@Component
class SignedClicks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;

    SignedClicks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String sign(Clicks clicks) {
        String text = clicks.text();
        return text + "_" + mac(text);
    }

    /** Nothing, where the mall did not sign it as it is. */
    Clicks read(String signed) {
        int end = signed.indexOf('_');
        if (end < 0 || signed.length() > LONGEST) {
            return new Clicks(List.of());
        }
        String text = signed.substring(0, end);
        return Optional.of(text)
                .filter(it -> isSame(mac(it), signed.substring(end + 1)))
                .flatMap(Clicks::of)
                .orElseGet(() -> new Clicks(List.of()));
    }

    private static boolean isSame(String mac, String other) {
        return MessageDigest.isEqual(
                mac.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            String secret = jdbc.sql("SELECT secret FROM share_key").query(String.class).single();
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] sum = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks " + ALGORITHM, e);
        }
    }
}
