package io.mallhub.sandbox;

import java.security.KeyPair;
import java.util.Base64;

/** Two fresh key pairs in base64, as both sides need them. */
public record SandboxKeys(
        String merchantPrivate,
        String merchantPublic,
        String providerPrivate,
        String providerPublic) {

    public static SandboxKeys make() {
        KeyPair merchant = Signatures.newPair();
        KeyPair provider = Signatures.newPair();
        return new SandboxKeys(
                text(merchant.getPrivate().getEncoded()),
                text(merchant.getPublic().getEncoded()),
                text(provider.getPrivate().getEncoded()),
                text(provider.getPublic().getEncoded()));
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
