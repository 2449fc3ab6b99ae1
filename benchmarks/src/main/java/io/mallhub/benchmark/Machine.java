package io.mallhub.benchmark;

import io.mallhub.bpmn.Diagrams;
import io.mallhub.runtime.BrokerDistribution;
import io.mallhub.runtime.BrokerExporter;
import io.mallhub.runtime.BrokerServer;
import io.mallhub.runtime.BrokerSettings;
import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.ExporterJar;
import io.mallhub.runtime.PartListener;
import io.mallhub.runtime.PostgresServer;
import io.mallhub.runtime.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The servers under the measured hubs: as the hub starts them, durable, in a folder that goes. */
final class Machine implements AutoCloseable {
    private static final String PREFIX = "mallhub-benchmark-";

    private final DataDirectory directory;
    private final PostgresServer postgres;
    private @Nullable BrokerServer broker;
    private @Nullable DataDirectory brokerDirectory;

    private Machine(DataDirectory directory, PostgresServer postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    /** Folders of runs that were killed are cleared away, servers and all. */
    static Machine start() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .forEach(folder -> DataDirectory.deleteIfAbandoned(folder, Clock.systemUTC()));
        }
        DataDirectory directory =
                DataDirectory.open(Files.createTempDirectory(parent, PREFIX), Clock.systemUTC());
        return new Machine(
                directory,
                PostgresServer.start(directory, PostgresSettings.standard(), PartListener.none()));
    }

    Database database(String name) {
        return new Database(postgres.createDatabase(name), postgres.user(), postgres.password());
    }

    /**
     * @param name of its database, its folder and its log
     */
    Simulator simulator(String name, int materials) {
        return Simulator.start(directory, name, database(name), materials);
    }

    /** A file of the machine's folder that need not exist yet. */
    Path file(String name) {
        return directory.path().resolve(name);
    }

    /**
     * With the hub's exporter into that database, which its tables are in. Ends with the machine.
     */
    Broker broker(Database database) {
        BrokerExporter exporter =
                BrokerExporter.processExporter(
                        ExporterJar.find(directory.subfolder("programs")),
                        database.url(),
                        database.user(),
                        database.password(),
                        Diagrams.BUSINESS_NUMBERS,
                        List.of("customerName"));
        closeBroker();
        // A log of its own: the exporter would be offered only what comes after the last one's.
        DataDirectory own =
                DataDirectory.open(
                        directory.subfolder("broker-" + database.url().replaceAll(".*/", "")),
                        Clock.systemUTC());
        brokerDirectory = own;
        BrokerServer started =
                BrokerServer.start(
                        own,
                        BrokerSettings.standard(BrokerDistribution.find()).withExporter(exporter),
                        PartListener.none());
        broker = started;
        return new Broker(started.gatewayAddress(), started.restAddress());
    }

    private void closeBroker() {
        if (broker != null && brokerDirectory != null) {
            broker.close();
            brokerDirectory.delete();
            broker = null;
        }
    }

    @Override
    public void close() {
        closeBroker();
        postgres.close();
        directory.delete();
    }
}
