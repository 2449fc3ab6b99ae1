package io.mallhub.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** RSA2 on the provider's side: checks what the merchant signs, signs what is answered. */
final class Signatures {
    private final PrivateKey own;
    private final PublicKey merchant;
    private final PrivateKey stranger;

    Signatures(String ownPrivate, String merchantPublic) {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            own = keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(ownPrivate)));
            merchant = keys.generatePublic(new X509EncodedKeySpec(decoded(merchantPublic)));
            stranger = newPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The keys are no RSA keys in base64", e);
        }
    }

    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }

    private static byte[] decoded(String key) {
        return Base64.getMimeDecoder().decode(key.strip());
    }

    boolean isMerchants(Map<String, String> request) {
        Map<String, String> signed = new TreeMap<>(request);
        String sign = signed.remove("sign");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(merchant);
            signature.update(content(signed).getBytes(StandardCharsets.UTF_8));
            return sign != null && signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    String sign(String content) {
        return sign(content, own);
    }

    /** Of a notice or a return: without {@code sign_type}. */
    Map<String, String> signed(Map<String, String> fields, boolean wrongly) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("sign", sign(content(new TreeMap<>(fields)), wrongly ? stranger : own));
        all.put("sign_type", "RSA2");
        return all;
    }

    private static String content(TreeMap<String, String> fields) {
        StringJoiner content = new StringJoiner("&");
        fields.forEach(
                (name, value) -> {
                    if (!value.isEmpty()) {
                        content.add(name + "=" + value);
                    }
                });
        return content.toString();
    }

    private static String content(Map<String, String> fields) {
        return content(new TreeMap<>(fields));
    }

    private static String sign(String content, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The answer can't be signed", e);
        }
    }
}
