package io.mallhub.app;

import io.mallhub.runtime.BrokerPorts;
import io.mallhub.runtime.BrokerServer;
import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.JavaChild;
import io.mallhub.runtime.Ports;
import io.mallhub.runtime.PostgresServer;
import io.mallhub.runtime.PostgresSettings;
import io.mallhub.runtime.Secret;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
    private final Executor background = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Future<? extends AutoCloseable>> started = new ArrayDeque<>();

    Parts(DataDirectory directory, EmbeddedSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** Returns the addresses and secrets of the parts, as settings of the hub. */
    Map<String, Object> start() {
        Map<String, Object> found = new HashMap<>();
        PostgresServer postgres = startPostgres();
        found.put("spring.datasource.url", postgres.createDatabase(HUB_DATABASE));
        found.put("spring.datasource.username", postgres.user());
        found.put("spring.datasource.password", postgres.password());
        // Made once and kept beside the database, never in it.
        found.put("mallhub.audit.key", Secret.of(directory.path().resolve("audit.key")));
        if (settings.broker()) {
            BrokerPorts ports = freeBrokerPorts();
            inBackground(
                    () ->
                            BrokerServer.start(
                                    directory,
                                    Programs.broker(directory, ports, postgres, HUB_DATABASE),
                                    Terminal::on));
            found.put("mallhub.zeebe.gateway", "http://127.0.0.1:" + ports.gateway());
            found.put("mallhub.zeebe.rest", "http://127.0.0.1:" + ports.rest());
        }
        if (settings.simulator()) {
            int port = Ports.choose(settings.simulatorPort(), "the ERP simulator");
            String database = postgres.createDatabase(SIMULATOR_DATABASE);
            inBackground(
                    () ->
                            JavaChild.start(
                                    Programs.simulator(directory, port, database, postgres),
                                    directory,
                                    Terminal::on));
            found.put("mallhub.demo.erp", "http://127.0.0.1:" + port);
        }
        return found;
    }

    /**
     * Returns when all parts answer.
     *
     * @throws IllegalStateException if one could not be started; the message says why
     */
    void awaitReady() throws InterruptedException {
        for (Future<? extends AutoCloseable> part : List.copyOf(started)) {
            try {
                part.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** Ends the parts, last started first, and frees the data folder. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            Terminal.attempt(() -> started.pop().get().close());
        }
        directory.close();
    }

    private PostgresServer startPostgres() {
        PostgresSettings chosen = PostgresSettings.standard().onPort(settings.postgresPort());
        PostgresServer server = PostgresServer.start(directory, chosen, Terminal::on);
        started.push(CompletableFuture.completedFuture(server));
        return server;
    }

    private void inBackground(Callable<? extends AutoCloseable> start) {
        CompletableFuture<AutoCloseable> part = new CompletableFuture<>();
        started.push(part);
        background.execute(
                () -> {
                    try {
                        part.complete(start.call());
                    } catch (Exception e) {
                        part.completeExceptionally(e);
                    }
                });
    }

    private static BrokerPorts freeBrokerPorts() {
        List<Integer> free = Ports.free(5);
        return new BrokerPorts(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
    }
}
