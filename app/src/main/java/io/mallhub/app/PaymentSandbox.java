package io.mallhub.app;

import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * What hub and payment sandbox must know of each other: addresses, and keys that are made once and
 * lie beside the data, readable by their owner only.
 */
record PaymentSandbox(int port, int hubPort, Path keys) {
    static final String APP = "2021000000000001";
    static final String SELLER = "2088100000000001";

    static PaymentSandbox prepare(DataDirectory directory, int port, Environment environment) {
        int asked = environment.getProperty("server.port", Integer.class, 8080);
        return new PaymentSandbox(
                Ports.choose(port, "the payment sandbox (mallhub.embedded.payment-sandbox-port)"),
                // The sandbox is told where its notices go before the hub listens.
                asked == 0 ? Ports.choose(0, "the hub (server.port)") : asked,
                keys(directory.subfolder("payment-keys")));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Map<String, Object> hubSettings() {
        return Map.of(
                "server.port",
                hubPort,
                "mallhub.demo.payments",
                address(),
                "mallhub.payment.alipay.gateway",
                address() + "/gateway.do",
                "mallhub.payment.alipay.app-id",
                APP,
                "mallhub.payment.alipay.seller-id",
                SELLER,
                "mallhub.payment.alipay.private-key-file",
                keys.resolve("merchant-private.key"),
                "mallhub.payment.alipay.alipay-public-key-file",
                keys.resolve("provider-public.key"),
                "mallhub.payment.alipay.base-url",
                "http://127.0.0.1:" + hubPort);
    }

    private static Path keys(Path folder) {
        try {
            pair(folder, "merchant");
            pair(folder, "provider");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public one last: with it the pair is whole. */
    private static void pair(Path folder, String whose) throws IOException {
        Path shown = folder.resolve(whose + "-public.key");
        if (Files.exists(shown)) {
            return;
        }
        KeyPair pair = newPair();
        Path hidden = folder.resolve(whose + "-private.key");
        Files.deleteIfExists(hidden);
        Files.createFile(hidden, ownerOnly(hidden));
        Files.writeString(hidden, text(pair.getPrivate().getEncoded()));
        Files.writeString(shown, text(pair.getPublic().getEncoded()));
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
