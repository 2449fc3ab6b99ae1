package io.mallhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mallhub.runtime.child.ChildMain;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaChildTest {

    @TempDir Path temporary;
    private final int port = Ports.free(1).getFirst();
    private final List<PartEvent> events = new CopyOnWriteArrayList<>();
    private DataDirectory directory;

    @BeforeEach
    void open() {
        directory = DataDirectory.open(temporary.resolve("data"), Clock.systemUTC());
    }

    @AfterEach
    void delete() {
        directory.delete();
    }

    @Test
    void aKilledChildIsStartedAgainAndItsNewProcessRecorded() throws Exception {
        try (JavaChild child = start(program().build())) {
            long killed = child.pid();
            assertThat(recordedPid()).isEqualTo(killed);

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            Waiting.until(() -> count(PartEvent.Status.READY) == 2);
            assertThat(child.pid()).isNotEqualTo(killed);
            assertThat(recordedPid()).isEqualTo(child.pid());
        }
        assertThat(directory.path().resolve("children")).isEmptyDirectory();
    }

    @Test
    void aChildThatKeepsFailingIsTriedAgainAfterGrowingDelays() throws Exception {
        Path flag = Files.createFile(temporary.resolve("refuse"));
        Files.delete(flag);
        try (JavaChild child = start(program().arguments(flag.toString()).build())) {
            Files.createFile(flag);
            Instant begin = Clock.systemUTC().instant();
            ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();

            Waiting.until(() -> count(PartEvent.Status.DIED) == 3);
            Duration untilThirdFailure = Duration.between(begin, Clock.systemUTC().instant());
            Files.delete(flag);

            // 0.5 s and 1 s lie between three deaths.
            assertThat(untilThirdFailure).isGreaterThan(Duration.ofMillis(1500));
            assertThat(events.getLast().detail()).contains("refused by " + flag);
            Waiting.until(() -> count(PartEvent.Status.READY) == 2);
        }
    }

    @Test
    void closingEndsAChildThatIsWaitingToBeStartedAgain() throws Exception {
        Path flag = temporary.resolve("refuse");
        JavaChild child = start(program().arguments(flag.toString()).build());
        Files.createFile(flag);
        ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();
        Waiting.until(() -> count(PartEvent.Status.DIED) == 2);

        child.close();

        assertThat(directory.path().resolve("children")).isEmptyDirectory();
        int told = events.size();
        await().during(Duration.ofSeconds(3)).until(() -> events.size() == told);
    }

    @Test
    void anInterruptedStartEndsItsChildAtOnce() throws Exception {
        JavaProgram neverReady =
                program().arguments("never-ready").startTimeout(Duration.ofMinutes(3)).build();
        Thread starting = Thread.ofPlatform().start(() -> startExpectingInterrupt(neverReady));
        Waiting.until(() -> recordedPid() > 0);
        ProcessHandle child = ProcessHandle.of(recordedPid()).orElseThrow();
        assertThat(child.isAlive()).isTrue();
        long begin = System.nanoTime();

        starting.interrupt();
        starting.join();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(child.isAlive()).isFalse();
        assertThat(directory.path().resolve("children")).isEmptyDirectory();
    }

    @Test
    void theHubsOwnSettingsAreNotInherited() throws Exception {
        assertThat(System.getenv()).as("of this hub").containsKey("MALLHUB_SECRETS_KEY");
        Path answer = temporary.resolve("environment");
        Map<String, String> given = Map.of("SPRING_DATASOURCE_USERNAME", "child");

        start(program().environment(given).arguments("write", answer.toString()).build()).close();

        assertThat(Files.readAllLines(answer))
                .contains("SPRING_DATASOURCE_USERNAME=child")
                .noneMatch(line -> line.startsWith("MALLHUB_"));
    }

    @Test
    void aLockedFileKeepsASecondChildOut() throws Exception {
        Path lock = temporary.resolve("lock");
        try (JavaChild first = start(program().lock(lock).build())) {
            int elsewhere = Ports.free(1).getFirst();
            JavaProgram second =
                    JavaProgram.named("second")
                            .classPath(System.getProperty("java.class.path").split(":"))
                            .mainClass(ChildLike.class.getName())
                            .jvmArguments("-D" + ChildMain.LOCK_WAIT_MILLIS + "=300")
                            .arguments(Integer.toString(elsewhere))
                            .workingFolder(temporary)
                            .lock(lock)
                            .readyWhen(answering(elsewhere))
                            .build();

            assertThatThrownBy(() -> JavaChild.start(second, directory, PartListener.none()))
                    .hasMessageContaining("ended with status " + ChildMain.LOCK_HELD)
                    .hasMessageContaining("another process holds " + lock);
            assertThat(first.pid()).isPositive();
        }
    }

    private JavaChild start(JavaProgram program) {
        return JavaChild.start(program, directory, events::add);
    }

    private void startExpectingInterrupt(JavaProgram program) {
        assertThatThrownBy(() -> start(program)).hasMessageContaining("interrupted");
    }

    private JavaProgram.Builder program() {
        return JavaProgram.named("child")
                .classPath(System.getProperty("java.class.path").split(":"))
                .mainClass(ChildLike.class.getName())
                .jvmArguments("-XX:TieredStopAtLevel=1", "-Xmx64m")
                .arguments(Integer.toString(port))
                .workingFolder(temporary.resolve("work"))
                .readyWhen(answering(port));
    }

    private static Readiness answering(int port) {
        return new Readiness(URI.create("http://127.0.0.1:" + port + "/"), "here");
    }

    private long recordedPid() throws Exception {
        String text = Files.readString(directory.path().resolve("children").resolve("child"));
        return Long.parseLong(text.split(" ")[0]);
    }

    private long count(PartEvent.Status status) {
        return events.stream().filter(event -> event.status() == status).count();
    }
}
