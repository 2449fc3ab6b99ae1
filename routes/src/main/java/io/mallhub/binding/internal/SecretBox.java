package io.mallhub.binding.internal;

import io.mallhub.binding.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Locks the secrets of a connection with AES-256-GCM: a mark with the name of the key, 12 random
 * bytes, then cipher text and tag. The mark and the connection's name are authenticated too, so
 * that a row copied to another connection won't open. Boxes from before keys had names begin with
 * the random bytes, and open with whichever key it was.
 */
@Component
class SecretBox implements Secrets {
    private static final byte[] MARK = "mhs1".getBytes(StandardCharsets.US_ASCII);

    /** How many bytes of a box say which key locks it. */
    static final int HEADER = MARK.length + SealingKey.ID_BYTES;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] NONE = {};

    private final JsonMapper json = JsonMapper.builder().build();
    private final SecureRandom random = new SecureRandom();
    private final List<SealingKey> keys;

    SecretBox(SecretsSettings settings) {
        keys = SecretsKey.all(settings).stream().map(SealingKey::of).toList();
    }

    /** The newest first. */
    List<SealingKey> keys() {
        return keys;
    }

    /** With this begins each box that the key locks. */
    static byte[] header(SealingKey key) {
        return ByteBuffer.allocate(HEADER).put(MARK).put(HexFormat.of().parseHex(key.id())).array();
    }

    @Override
    public byte[] lock(String owner, Map<String, String> secrets) {
        SealingKey key = keys.getFirst();
        byte[] header = header(key);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] locked =
                    cipher(Cipher.ENCRYPT_MODE, key, header, owner, nonce)
                            .doFinal(json.writeValueAsBytes(secrets));
            return ByteBuffer.allocate(HEADER + NONCE + locked.length)
                    .put(header)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secrets of " + owner + " cannot be locked", e);
        }
    }

    @Override
    public Map<String, String> open(String owner, byte[] box) {
        Optional<SealingKey> named = keys.stream().filter(key -> names(box, key)).findFirst();
        Optional<byte[]> opened =
                named.isPresent()
                        ? opened(named.get(), header(named.get()), owner, box)
                        : keys.stream()
                                .flatMap(key -> opened(key, NONE, owner, box).stream())
                                .findFirst();
        return json.readValue(
                opened.orElseThrow(() -> new IllegalStateException(closed(owner, box, named))),
                new TypeReference<>() {});
    }

    /** Why a box stays closed. */
    private static String closed(String owner, byte[] box, Optional<SealingKey> named) {
        String why =
                named.isPresent()
                        ? "are not theirs, or damaged"
                        : keyOf(box)
                                .map("are locked with key %s, which is not known here"::formatted)
                                .orElse("are locked with a key that is not known here, or damaged");
        return "The secrets of " + owner + " " + why;
    }

    /** The name of the key that the box says it is locked with; older boxes say none. */
    static Optional<String> keyOf(byte[] box) {
        return box.length >= HEADER && Arrays.equals(box, 0, MARK.length, MARK, 0, MARK.length)
                ? Optional.of(HexFormat.of().formatHex(box, MARK.length, HEADER))
                : Optional.empty();
    }

    private static boolean names(byte[] box, SealingKey key) {
        return keyOf(box).filter(key.id()::equals).isPresent();
    }

    /** Empty when it is another key's or another owner's box. */
    private static Optional<byte[]> opened(
            SealingKey key, byte[] header, String owner, byte[] box) {
        int start = header.length + NONCE;
        if (box.length < start) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(box, header.length, start);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, header, owner, nonce)
                            .doFinal(box, start, box.length - start));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secrets of " + owner + " cannot be opened", e);
        }
    }

    private static Cipher cipher(
            int mode, SealingKey key, byte[] header, String owner, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
