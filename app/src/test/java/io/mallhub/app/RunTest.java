package io.mallhub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.story.RunningMall;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One run of the hub, and what must not disturb it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunTest {
    /** A busy machine takes this long to start a JVM and read the settings. */
    private static final Duration PROMPTLY = Duration.ofSeconds(30);

    @TempDir static Path folder;
    private static Path data;
    private static RunningMall mall;

    @BeforeAll
    static void start() {
        data = folder.resolve("data");
        mall = RunningMall.start(data);
    }

    @AfterAll
    static void end() {
        mall.close();
    }

    @Test
    @Order(1)
    void aSecondStartInTheSameFolderIsRefusedAtOnce() {
        RunningMall second = RunningMall.launch(data);

        assertThat(second.awaitEnd(PROMPTLY)).isEqualTo(1);
        assertThat(second.output())
                .contains("MallHub did not start")
                .contains("in use by another MallHub: process " + mall.pid());
    }

    @Test
    @Order(2)
    void aResetWhileItRunsIsRefused() {
        RunningMall reset = RunningMall.launch(data, "--mallhub.embedded.reset=true");

        assertThat(reset.awaitEnd(PROMPTLY)).isEqualTo(1);
        assertThat(reset.output()).contains("in use by another MallHub");
    }

    @Test
    @Order(3)
    void aTakenPortIsToldAtOnceAndNothingIsStarted() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Path other = folder.resolve("other");

            for (String option : List.of("--server.port=", "--mallhub.embedded.simulator-port=")) {
                RunningMall refused = RunningMall.launch(other, option + port);

                assertThat(refused.awaitEnd(PROMPTLY)).isEqualTo(1);
                assertThat(refused.output())
                        .contains("port " + port)
                        .contains(option.substring(2, option.length() - 1))
                        .doesNotContain("starting");
            }
        }
    }

    @Test
    @Order(4)
    void missingSettingsAreAllToldAtOnce() {
        RunningMall refused =
                RunningMall.launch(
                        folder.resolve("none"),
                        "--spring.profiles.active=none",
                        "--mallhub.audit.key=too-short");

        assertThat(refused.awaitEnd(PROMPTLY)).isEqualTo(1);
        assertThat(refused.output())
                .contains("spring.datasource.url")
                .contains("mallhub.secrets-key")
                .contains("mallhub.audit.key")
                .contains("openssl rand")
                .doesNotContain("too-short")
                .doesNotContain("Exception");
    }

    @Test
    @Order(5)
    void ctrlCEndsTheHubAndAllItsPartsWithinSeconds() {
        List<ProcessHandle> children = mall.children();
        assertThat(children).hasSize(4).allMatch(ProcessHandle::isAlive);

        mall.interrupt();

        mall.awaitEnd(Duration.ofSeconds(60)); // about 5 on an idle machine
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(data.resolve("children")).isEmptyDirectory();
        assertThat(mall.output()).doesNotContain("Exception");
    }

    @Test
    @Order(6)
    void aResetEmptiesTheFolder() {
        assertThat(data.resolve("postgres")).isDirectory();

        RunningMall reset = RunningMall.launch(data, "--mallhub.embedded.reset=true");

        assertThat(reset.awaitEnd(PROMPTLY)).isZero();
        assertThat(reset.output()).contains("emptied " + data);
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(data.resolve("broker")).doesNotExist();
        assertThat(data.resolve("secrets.key")).doesNotExist();
    }
}
