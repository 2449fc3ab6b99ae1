package io.mallhub.runtime;

import io.mallhub.runtime.fixture.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A main program that owns a server and a broker as the hub does, to be killed by a test. */
public final class HubLike {

    private HubLike() {}

    /** Writes {@code <postgres pid> <broker pid>} to the file once all is up. */
    public static void main(String[] arguments) throws Exception {
        DataDirectory directory = DataDirectory.open(Path.of(arguments[0]), Clock.systemUTC());
        PostgresServer postgres =
                PostgresServer.start(
                        directory, PostgresSettings.standard().forTests(), PartListener.none());
        postgres.createDatabase("mall");
        postgres.connect("mall").createStatement().execute("CREATE TABLE o AS SELECT 42 AS id");
        BrokerServer broker =
                BrokerServer.start(directory, TestBroker.settings(), PartListener.none());
        long key = Deployments.deploy(broker);
        Path file = Path.of(arguments[1]);
        Path draft = file.resolveSibling("draft");
        Files.writeString(draft, "%d %d %d".formatted(postgres.pid(), broker.pid(), key));
        Files.move(draft, file);
        Thread.currentThread().join();
    }
}
