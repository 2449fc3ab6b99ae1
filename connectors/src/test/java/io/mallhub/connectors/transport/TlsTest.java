package io.mallhub.connectors.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate nobody vouches for is no ERP, and nothing is told to it. */
class TlsTest {
    private static final String PASSWORD = "keys-of-a-test";

    @TempDir private Path folder;

    @Test
    void aServerThatVouchesForItselfIsRefusedBeforeAnythingIsSent() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.createContext(
                "/",
                call -> {
                    requests.incrementAndGet();
                    call.sendResponseHeaders(200, -1);
                    call.close();
                });
        server.start();
        HttpOutcome outcome;
        try (HttpTransport transport =
                new HttpTransport(
                        new HostGuard(Set.of("127.0.0.1")), Duration.ofSeconds(10), 1_000)) {
            outcome =
                    transport.send(
                            new HttpCall(
                                    "POST",
                                    URI.create(
                                            "https://127.0.0.1:" + server.getAddress().getPort()),
                                    Map.of("Authorization", "Bearer secret"),
                                    new byte[] {1},
                                    Duration.ofSeconds(10)));
        } finally {
            server.stop(0);
        }

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        HttpOutcome.NotSent.class,
                        it -> assertThat(it.reason()).contains("no connection"));
        assertThat(requests).hasValue(0);
    }

    private SSLContext selfSigned() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "erp",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
