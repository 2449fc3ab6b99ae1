package io.mallhub.app;

import io.mallhub.runtime.Ports;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * What the hub cannot start without, checked before anything is touched and told all at once.
 * Nothing here has a default: an installation chooses its own database and makes its own keys.
 */
final class RequiredSettings {
    private static final int SHORTEST_AUDIT_KEY = 32;
    private static final int DEFAULT_PORT = 8080;

    private final Environment environment;
    private final List<String> wrong = new ArrayList<>();

    private RequiredSettings(Environment environment) {
        this.environment = environment;
    }

    /**
     * @throws IllegalArgumentException if settings are missing; the message has a line for each
     * @throws io.mallhub.runtime.PortTaken if the hub's own port isn't free
     */
    static void check(Environment environment, EmbeddedSettings embedded) {
        RequiredSettings settings = new RequiredSettings(environment);
        settings.require(embedded);
        if (!settings.wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "settings are missing or wrong (docs/settings.md):%n%n    %s"
                            .formatted(String.join("%n    ".formatted(), settings.wrong)));
        }
        settings.requireFreePort();
    }

    private void require(EmbeddedSettings embedded) {
        if (!embedded.postgres()) {
            requireExternalDatabase(embedded);
        }
        if (!has("mallhub.secrets-key") && !has("mallhub.secrets-key-file")) {
            wrong.add(
                    "mallhub.secrets-key locks the ERP credentials in the database. Make one with"
                            + " `openssl rand -base64 32` and keep it; or name a file for it with"
                            + " mallhub.secrets-key-file");
        }
    }

    private void requireExternalDatabase(EmbeddedSettings embedded) {
        if (embedded.broker() || embedded.simulator() || embedded.paymentSandbox()) {
            wrong.add(
                    "mallhub.embedded.broker, .simulator and .payment-sandbox need"
                            + " mallhub.embedded.postgres as well");
        }
        if (!has("spring.datasource.url")) {
            wrong.add(
                    "spring.datasource.url, .username and .password name the PostgreSQL to use."
                            + " To try MallHub with one of its own: ./mallhub run");
        }
        if (environment.getProperty("mallhub.audit.key", "").length() < SHORTEST_AUDIT_KEY) {
            wrong.add(
                    "mallhub.audit.key hashes the audit chain, at least 32 characters. Make one with"
                            + " `openssl rand -hex 32` and keep it outside the database");
        }
    }

    private boolean has(String name) {
        return !environment.getProperty(name, "").isBlank();
    }

    /** Told now rather than when all else has been started. */
    private void requireFreePort() {
        int port = environment.getProperty("server.port", Integer.class, DEFAULT_PORT);
        if (port > 0 && listensOnLoopback()) {
            Ports.choose(port, "the hub (server.port)");
        }
    }

    private boolean listensOnLoopback() {
        String address = environment.getProperty("server.address", "");
        try {
            InetAddress chosen = InetAddress.getByName(address);
            return address.isEmpty() || chosen.isLoopbackAddress() || chosen.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("server.address " + address + " is unknown", e);
        }
    }
}
