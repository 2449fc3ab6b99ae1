package io.mallhub.binding.internal;

import io.mallhub.binding.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Locks the secrets of a connection with AES-256-GCM: 12 random bytes, then cipher text and tag.
 * The connection's name is authenticated too, so that a row copied to another connection won't
 * open.
 */
@Component
class SecretBox implements Secrets {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final JsonMapper json = JsonMapper.builder().build();
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SecretBox(SecretsSettings settings) {
        key = new SecretKeySpec(SecretsKey.of(settings), "AES");
    }

    @Override
    public byte[] lock(String connection, Map<String, String> secrets) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] locked =
                run(Cipher.ENCRYPT_MODE, connection, nonce, json.writeValueAsBytes(secrets));
        return ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
    }

    @Override
    public Map<String, String> open(String connection, byte[] box) {
        ByteBuffer buffer = ByteBuffer.wrap(box);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] locked = new byte[buffer.remaining()];
        buffer.get(locked);
        return json.readValue(
                run(Cipher.DECRYPT_MODE, connection, nonce, locked), new TypeReference<>() {});
    }

    private byte[] run(int mode, String connection, byte[] nonce, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(connection.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secrets of connection " + connection + " cannot be locked or opened", e);
        }
    }
}
