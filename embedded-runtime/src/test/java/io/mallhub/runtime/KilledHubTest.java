package io.mallhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.runtime.fixture.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledHubTest {

    @TempDir Path temporary;

    @Test
    void theNextStartEndsLeftOversAndFindsTheData() throws Exception {
        // given a hub in a process of its own, all up
        Path data = temporary.resolve("data");
        Path up = temporary.resolve("up");
        Process hub = startHub(data, up);
        Waiting.until(() -> Files.exists(up) || !hub.isAlive());
        assertThat(up).exists();
        String[] facts = Files.readString(up).split(" ");
        long postgresPid = Long.parseLong(facts[0]);
        long brokerPid = Long.parseLong(facts[1]);
        assertThatThrownBy(() -> DataDirectory.open(data, Clock.systemUTC()))
                .isInstanceOf(DataDirectoryInUse.class)
                .hasMessageContaining("process " + hub.pid());

        // when it is killed
        hub.destroyForcibly();
        hub.waitFor(10, TimeUnit.SECONDS);

        // then the broker ends by itself, and the next start has the folder for itself, with all
        // that was in it
        Waiting.until(() -> !isAlive(brokerPid));
        assertThat(isAlive(postgresPid)).as("PostgreSQL is left over").isTrue();
        try (DataDirectory directory = DataDirectory.open(data, Clock.systemUTC())) {
            assertThat(isAlive(postgresPid)).isFalse();
            try (PostgresServer postgres =
                            PostgresServer.start(
                                    directory,
                                    PostgresSettings.standard().forTests(),
                                    PartListener.none());
                    BrokerServer broker =
                            BrokerServer.start(
                                    directory, TestBroker.settings(), PartListener.none());
                    var orders =
                            postgres.connect("mall")
                                    .createStatement()
                                    .executeQuery("SELECT id FROM o")) {
                assertThat(orders.next()).isTrue();
                assertThat(Deployments.deploy(broker)).isEqualTo(Long.parseLong(facts[2]));
            }
        }
    }

    private Process startHub(Path data, Path up) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HubLike.class.getName(),
                        data.toString(),
                        up.toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("hub.log").toFile())
                .start();
    }

    private static boolean isAlive(long pid) {
        return Optional.of(pid)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }
}
