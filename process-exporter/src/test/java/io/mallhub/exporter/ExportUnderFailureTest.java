package io.mallhub.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.client.api.worker.JobWorker;
import io.mallhub.runtime.BrokerExporter;
import io.mallhub.runtime.BrokerServer;
import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.PartListener;
import io.mallhub.runtime.fixture.TestBroker;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportUnderFailureTest {

    private static final int LOAD = 300;
    private static final List<String> TABLES =
            List.of(
                    "process_definition",
                    "process_instance",
                    "element_instance",
                    "sequence_flow",
                    "variable",
                    "variable_change",
                    "message",
                    "message_correlation",
                    "operation",
                    "job",
                    "incident",
                    "user_task",
                    "waiting");

    @TempDir Path temporary;

    @Test
    void afterABrokerKilledUnderLoadNothingIsMissingOrTwiceAndAReplayFromZeroIsTheSame() {
        TestDatabase first = migrated();
        TestDatabase second = migrated();
        try (DataDirectory directory =
                DataDirectory.open(temporary.resolve("data"), Clock.systemUTC())) {
            Load load = new Load(LOAD);
            try (BrokerServer broker = start(directory, first, "postgres");
                    Engine engine = new Engine(broker.gatewayAddress(), broker.restAddress())) {
                engine.deploy("load.bpmn");
                try (JobWorker worker = engine.completeAll("load.work")) {
                    load.run(
                            engine,
                            LOAD / 3,
                            () -> ProcessHandle.of(broker.pid()).orElseThrow().destroyForcibly());
                    await().atMost(Duration.ofSeconds(120))
                            .ignoreExceptions()
                            .until(() -> load.isExportedTo(new ReadModelDatabase(first)));
                    assertThat(worker.isOpen()).isTrue();
                }
            }
            load.print("killed broker");
            assertThat(load.lost()).as("lost").isEmpty();
            assertThat(load.twice()).as("twice").isEmpty();
            assertThat(load.unexpected()).as("unexpected").isEmpty();

            try (BrokerServer broker = start(directory, second, "replay")) {
                long end = position(first);
                await().atMost(Duration.ofSeconds(120))
                        .ignoreExceptions()
                        .until(() -> position(second) >= end);
                assertThat(broker.pid()).isPositive();
            }
            for (String table : TABLES) {
                assertThat(content(second, table)).as(table).isEqualTo(content(first, table));
            }
        }
    }

    @Test
    void whileTheDatabaseIsAwayTheBrokerWorksOnAndTheReadModelCatchesUp() {
        try (DataDirectory directory =
                DataDirectory.open(temporary.resolve("data"), Clock.systemUTC())) {
            OwnPostgres postgres = new OwnPostgres(directory);
            TestDatabase database = postgres.database();
            List<Long> keys = new ArrayList<>();
            // The tables aren't there yet: the broker has to wait for the hub's migrations.
            try (BrokerServer broker = start(directory, database, "postgres");
                    Engine engine = new Engine(broker.gatewayAddress(), broker.restAddress())) {
                engine.deploy("load.bpmn");
                keys.add(engine.start("load", Map.of("orderNumber", "before")));
                ReadModelDatabase.migrate(database);
                ReadModelDatabase read = new ReadModelDatabase(database);
                read.awaitCount(1, "SELECT count(*) FROM engine.process_instance");

                postgres.stop();
                for (int i = 0; i < 50; i++) {
                    keys.add(engine.start("load", Map.of("orderNumber", "during-" + i)));
                }
                assertThat(engine.isHealthy(broker.managementAddress())).isTrue();
                postgres.start();

                read.awaitCount(51, "SELECT count(*) FROM engine.process_instance");
                assertThat(read.texts("SELECT key FROM engine.process_instance ORDER BY pos"))
                        .containsExactlyElementsOf(keys.stream().map(String::valueOf).toList());
            } finally {
                postgres.stop();
            }
        }
    }

    private static BrokerServer start(DataDirectory directory, TestDatabase database, String id) {
        BrokerExporter exporter = TestBroker.exporterInto(database, "orderNumber");
        BrokerExporter named =
                new BrokerExporter(id, exporter.className(), exporter.jar(), exporter.arguments());
        return BrokerServer.start(
                directory, TestBroker.settings().withExporter(named), PartListener.none());
    }

    private static TestDatabase migrated() {
        TestDatabase database = TestPostgres.newDatabase();
        ReadModelDatabase.migrate(database);
        return database;
    }

    private static long position(TestDatabase database) {
        return new ReadModelDatabase(database)
                .count("SELECT position FROM engine.exporter_position");
    }

    private static List<String> content(TestDatabase database, String table) {
        return new ReadModelDatabase(database)
                .texts("SELECT t::text FROM engine.%s t ORDER BY 1".formatted(table));
    }
}
