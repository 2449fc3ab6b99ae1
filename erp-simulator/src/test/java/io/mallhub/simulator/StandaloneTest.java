package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.runtime.DataDirectory;
import io.mallhub.simulator.fixture.SimulatorAdmin;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a process of its own, without a database given. */
@Tag("slow")
class StandaloneTest {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    @Test
    void itStartsItsOwnDatabaseAndEndsBothOnSigterm(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        Path data = folder.resolve("data");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        ProcessHandle.current().info().command().orElseThrow(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        SimulatorApplication.class.getName(),
                                        "--server.port=0",
                                        "--simulator.data=" + data))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> STARTED.matcher(Files.readString(log)).find());
            Matcher port = STARTED.matcher(Files.readString(log));
            assertThat(port.find()).isTrue();
            SimulatorAdmin admin =
                    new SimulatorAdmin(URI.create("http://127.0.0.1:" + port.group(1)));
            assertThat(admin.get("/admin/status").get("materials").asInt()).isEqualTo(3141);
            ProcessHandle postgres = postgres(data);

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            await().until(() -> !postgres.isAlive());
        } finally {
            process.destroyForcibly().waitFor();
            DataDirectory.open(data, Clock.systemUTC()).delete();
        }
    }

    /** PostgreSQL leaves its parent; it notes its process id itself. */
    private static ProcessHandle postgres(Path data) throws Exception {
        String pid = Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
