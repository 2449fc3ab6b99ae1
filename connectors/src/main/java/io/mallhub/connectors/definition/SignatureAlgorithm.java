package io.mallhub.connectors.definition;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How requests are signed. Digests without a key are weak; old ERPs ask for them all the same, with
 * the secret inside the signed text.
 */
public enum SignatureAlgorithm {
    HMAC_SHA256("HmacSHA256", true),
    HMAC_SHA1("HmacSHA1", true),
    HMAC_MD5("HmacMD5", true),
    SHA256("SHA-256", false),
    SHA1("SHA-1", false),
    MD5("MD5", false);

    private final String name;
    private final boolean keyed;

    SignatureAlgorithm(String name, boolean keyed) {
        this.name = name;
        this.keyed = keyed;
    }

    /** How the digest is written. */
    public enum Encoding {
        HEX {
            @Override
            String write(byte[] digest) {
                return HexFormat.of().formatHex(digest);
            }
        },
        HEX_UPPER {
            @Override
            String write(byte[] digest) {
                return HexFormat.of().withUpperCase().formatHex(digest);
            }
        },
        BASE64 {
            @Override
            String write(byte[] digest) {
                return Base64.getEncoder().encodeToString(digest);
            }
        };

        abstract String write(byte[] digest);
    }

    /**
     * @param key ignored by digests without one
     */
    public String sign(String text, String key, Charset charset, Encoding encoding) {
        try {
            return encoding.write(
                    keyed
                            ? mac(key, charset).doFinal(text.getBytes(charset))
                            : MessageDigest.getInstance(name).digest(text.getBytes(charset)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has " + name, e);
        }
    }

    private Mac mac(String key, Charset charset) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key.getBytes(charset), name));
        return mac;
    }
}
