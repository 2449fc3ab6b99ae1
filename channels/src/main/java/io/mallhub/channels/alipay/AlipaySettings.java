package io.mallhub.channels.alipay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and as whom the mall speaks with Alipay.
 *
 * @param gateway the provider's one address
 * @param appId of the mall's application there
 * @param sellerId the account money must be paid to
 * @param privateKey of the mall, PKCS#8 in base64; signs what is sent
 * @param privateKeyFile a file that holds it instead
 * @param alipayPublicKey of the provider, X.509 in base64; checks what comes
 * @param alipayPublicKeyFile a file that holds it instead
 * @param baseUrl where provider and payers reach this mall
 * @param timeout how long an answer is waited for; nothing is decided by a missing one
 * @param askEvery how often payments that are due are asked about
 */
@ConfigurationProperties("mallhub.payment.alipay")
record AlipaySettings(
        @DefaultValue("https://openapi.alipay.com/gateway.do") URI gateway,
        @DefaultValue("") String appId,
        @DefaultValue("") String sellerId,
        @DefaultValue("") String privateKey,
        @Nullable Path privateKeyFile,
        @DefaultValue("") String alipayPublicKey,
        @Nullable Path alipayPublicKeyFile,
        @DefaultValue("") String baseUrl,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("15s") Duration askEvery) {

    String privateKeyText() {
        return given(privateKey, privateKeyFile, "private-key");
    }

    String alipayPublicKeyText() {
        return given(alipayPublicKey, alipayPublicKeyFile, "alipay-public-key");
    }

    String required(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "mallhub.payment.alipay." + name + " is missing (docs/settings.md)");
        }
        return value.strip();
    }

    private String given(String value, @Nullable Path file, String name) {
        if (file == null) {
            return required(name, value);
        }
        try {
            return required(name, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "mallhub.payment.alipay." + name + "-file " + file + " can't be read", e);
        }
    }

    /** Keys are never printed. */
    @Override
    public String toString() {
        return "AlipaySettings[" + gateway + ", " + appId + "]";
    }
}
