package io.mallhub.channels.alipay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The provider's signature RSA2: SHA256withRSA over {@code name=value} of all fields that are not
 * empty, sorted by name, joined by {@code &}, in UTF-8, not URL-encoded.
 */
final class Rsa2 {
    private static final String ALGORITHM = "SHA256withRSA";

    private final PrivateKey own;
    private final PublicKey theirs;

    /** Both in base64, as the provider's console shows them; PEM lines are allowed. */
    Rsa2(String ownPrivate, String theirPublic) {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            own = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(ownPrivate)));
            theirs = keys.generatePublic(new X509EncodedKeySpec(bytes(theirPublic)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause may quote what it could not read: it stays out of the message.
            throw new IllegalArgumentException(
                    "mallhub.payment.alipay: private-key must be PKCS#8 and alipay-public-key"
                            + " X.509, both RSA in base64 ("
                            + e.getClass().getSimpleName()
                            + ")");
        }
    }

    private static byte[] bytes(String key) {
        return Base64.getDecoder()
                .decode(key.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }

    String sign(Map<String, String> fields) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(content(fields, Set.of("sign")).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The request can't be signed", e);
        }
    }

    /** Of a notice or a return: {@code sign} and {@code sign_type} are no part of it. */
    boolean isSigned(Map<String, String> fields) {
        return isSigned(
                content(fields, Set.of("sign", "sign_type")), fields.getOrDefault("sign", ""));
    }

    boolean isSigned(String content, String sign) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(theirs);
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // no signature at all
        }
    }

    private static String content(Map<String, String> fields, Set<String> without) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(it -> !without.contains(it.getKey()) && !it.getValue().isEmpty())
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining("&"));
    }
}
