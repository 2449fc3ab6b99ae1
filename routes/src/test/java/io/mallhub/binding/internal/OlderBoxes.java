package io.mallhub.binding.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Boxes as they were before keys had names: 12 random bytes, cipher text and tag. */
final class OlderBoxes {
    private OlderBoxes() {}

    static byte[] lock(String key, String owner, String json, byte[] nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(Base64.getDecoder().decode(key), "AES"),
                    new GCMParameterSpec(128, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            byte[] locked = cipher.doFinal(json.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(12 + locked.length).put(nonce).put(locked).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
