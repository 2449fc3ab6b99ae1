package io.mallhub.exporter;

import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.PartListener;
import io.mallhub.runtime.Ports;
import io.mallhub.runtime.PostgresServer;
import io.mallhub.runtime.PostgresSettings;
import io.mallhub.runtime.fixture.TestDatabase;

/** A server that a test can stop and start again on the same port. */
final class OwnPostgres {

    private final DataDirectory directory;
    private final PostgresSettings settings;
    private PostgresServer server;
    private boolean running;

    OwnPostgres(DataDirectory directory) {
        this.directory = directory;
        int port = Ports.free(1).getFirst();
        this.settings = PostgresSettings.standard().forTests().onPort(port);
        this.server = PostgresServer.start(directory, settings, PartListener.none());
        this.running = true;
    }

    TestDatabase database() {
        return new TestDatabase(server.createDatabase("mall"), server.user(), server.password());
    }

    void start() {
        server = PostgresServer.start(directory, settings, PartListener.none());
        running = true;
    }

    void stop() {
        if (running) {
            server.close();
            running = false;
        }
    }
}
