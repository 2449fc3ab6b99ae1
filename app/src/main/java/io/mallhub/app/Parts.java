package io.mallhub.app;

import io.mallhub.runtime.BrokerPorts;
import io.mallhub.runtime.BrokerServer;
import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.JavaChild;
import io.mallhub.runtime.Ports;
import io.mallhub.runtime.PostgresServer;
import io.mallhub.runtime.PostgresSettings;
import io.mallhub.runtime.Secret;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.core.env.Environment;

/**
 * The embedded parts while they run. PostgreSQL must answer before the hub can start; broker and
 * ERP simulator start beside the hub, on ports chosen beforehand, and the hub waits for them as it
 * would for remote ones.
 */
final class Parts implements AutoCloseable {
    private static final String HUB_DATABASE = "mallhub";
    private static final String SIMULATOR_DATABASE = "erp_simulator";

    private final DataDirectory directory;
    private final EmbeddedSettings settings;
    private final Deque<StartingPart<?>> started = new ConcurrentLinkedDeque<>();

    Parts(DataDirectory directory, EmbeddedSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * Returns the addresses and secrets of the parts, as settings of the hub. If broker or
     * simulator can't be started, the hub ends with the reason.
     *
     * @throws io.mallhub.runtime.PortTaken before anything is started
     * @throws IllegalStateException if PostgreSQL can't be started; the message says why
     */
    Map<String, Object> start(Environment environment) throws InterruptedException {
        BrokerPorts brokerPorts = brokerPorts();
        int simulatorPort =
                settings.simulator()
                        ? Ports.choose(
                                settings.simulatorPort(),
                                "the ERP simulator (mallhub.embedded.simulator-port)")
                        : 0;
        Optional<PaymentSandbox> sandbox = paymentSandbox(environment);
        PostgresServer postgres = begin(this::startPostgres).awaitReady();
        Map<String, Object> found = new HashMap<>(hubDatabase(postgres));
        if (settings.broker()) {
            begin(() -> startBroker(brokerPorts, postgres)).onFailure(Terminal::refuse);
            found.put("mallhub.zeebe.gateway", "http://127.0.0.1:" + brokerPorts.gateway());
            found.put("mallhub.zeebe.rest", "http://127.0.0.1:" + brokerPorts.rest());
        }
        if (settings.simulator()) {
            begin(() -> startSimulator(simulatorPort, postgres)).onFailure(Terminal::refuse);
            found.put("mallhub.demo.erp", "http://127.0.0.1:" + simulatorPort);
        }
        if (sandbox.isPresent()) {
            begin(() -> startSandbox(sandbox.get())).onFailure(Terminal::refuse);
            found.putAll(sandbox.get().hubSettings());
        }
        return found;
    }

    /**
     * Returns when all parts answer.
     *
     * @throws IllegalStateException if one could not be started; the message says why
     */
    void awaitReady() throws InterruptedException {
        for (StartingPart<?> part : started) {
            part.awaitReady();
        }
    }

    /**
     * Ends the parts, last started first, and frees the data folder. A start that is still under
     * way is broken off.
     */
    @Override
    public synchronized void close() {
        started.forEach(StartingPart::breakOff);
        for (StartingPart<?> part; (part = started.pollFirst()) != null; ) {
            Terminal.attempt(part::close);
        }
        directory.close();
    }

    private Map<String, Object> hubDatabase(PostgresServer postgres) {
        return Map.of(
                "spring.datasource.url", postgres.createDatabase(HUB_DATABASE),
                "spring.datasource.username", postgres.user(),
                "spring.datasource.password", postgres.password(),
                // Made once and kept beside the database, never in it.
                "mallhub.audit.key", Secret.of(directory.path().resolve("audit.key")));
    }

    private PostgresServer startPostgres() {
        PostgresSettings chosen = PostgresSettings.standard().onPort(settings.postgresPort());
        return PostgresServer.start(directory, chosen, Terminal::on);
    }

    private BrokerServer startBroker(BrokerPorts ports, PostgresServer postgres) {
        return BrokerServer.start(
                directory, Programs.broker(directory, ports, postgres, HUB_DATABASE), Terminal::on);
    }

    /** Not where a real provider is set up: it alone decides what is paid. */
    private Optional<PaymentSandbox> paymentSandbox(Environment environment) {
        return settings.paymentSandbox()
                        && environment.getProperty("mallhub.payment.alipay.app-id", "").isBlank()
                ? Optional.of(
                        PaymentSandbox.prepare(
                                directory, settings.paymentSandboxPort(), environment))
                : Optional.empty();
    }

    private JavaChild startSandbox(PaymentSandbox sandbox) {
        return JavaChild.start(
                Programs.paymentSandbox(directory, sandbox), directory, Terminal::on);
    }

    private JavaChild startSimulator(int port, PostgresServer postgres) {
        String database = postgres.createDatabase(SIMULATOR_DATABASE);
        return JavaChild.start(
                Programs.simulator(directory, port, database, postgres), directory, Terminal::on);
    }

    private <T extends AutoCloseable> StartingPart<T> begin(Callable<T> start) {
        StartingPart<T> part = StartingPart.begin(start);
        started.push(part);
        return part;
    }

    private BrokerPorts brokerPorts() {
        List<Integer> free = Ports.free(5);
        return new BrokerPorts(
                chosen(settings.brokerPort(), free.get(0), "broker-port"),
                chosen(settings.brokerRestPort(), free.get(1), "broker-rest-port"),
                free.get(2),
                free.get(3),
                free.get(4));
    }

    private static int chosen(int wanted, int free, String setting) {
        return wanted == 0
                ? free
                : Ports.choose(wanted, "the broker (mallhub.embedded." + setting + ")");
    }
}
