package io.mallhub.binding.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of the secrets, with the name that stands in each box it locks.
 *
 * @param id 16 hexadecimal digits, derived from the key: the same on all nodes, and no help in
 *     finding it
 */
record SealingKey(String id, SecretKey key) {
    static final int ID_BYTES = 8;

    static SealingKey of(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] digest = mac.doFinal("name of the key".getBytes(StandardCharsets.US_ASCII));
            String id = HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
            return new SealingKey(id, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No HMAC-SHA-256 in this Java", e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
