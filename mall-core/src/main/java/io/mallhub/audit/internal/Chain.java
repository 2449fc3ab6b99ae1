package io.mallhub.audit.internal;

import io.mallhub.audit.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The arithmetic of the chain: each link is a keyed hash over the link before and its own entry.
 */
@Component
class Chain {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Chain(AuditSettings settings) {
        key = new SecretKeySpec(settings.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * @param details as stored, to the letter
     */
    String link(String previous, long sequence, Instant at, AuditEntry entry, String details) {
        return hash(
                List.of(
                        "entry",
                        previous,
                        Long.toString(sequence),
                        Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                        entry.by().kind().name(),
                        entry.by().id(),
                        entry.by().name(),
                        entry.action(),
                        entry.subjectType(),
                        entry.subject(),
                        entry.reason(),
                        details));
    }

    String signature(long sequence, String hash) {
        return hash(List.of("head", Long.toString(sequence), hash));
    }

    /** Each part goes in with its length, so that no two lists of parts read the same. */
    private String hash(List<String> parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks " + ALGORITHM, e);
        }
    }
}
