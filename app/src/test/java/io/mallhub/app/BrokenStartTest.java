package io.mallhub.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.runtime.DataDirectory;
import io.mallhub.story.RunningMall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that don't come to their end, and what the next one finds. */
@Tag("slow")
class BrokenStartTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;

    @Test
    void aPartThatCannotBeStartedEndsTheHubWithItsWords() throws Exception {
        Path data = folder.resolve("data");
        try (DataDirectory directory = DataDirectory.open(data, Clock.systemUTC())) {
            Files.writeString(directory.subfolder("broker").resolve("data"), "not a folder");
        }

        RunningMall refused = RunningMall.launch(data);

        assertThat(refused.awaitEnd(PATIENCE)).isEqualTo(1);
        assertThat(refused.output())
                .contains("MallHub did not start: broker ended with status")
                .doesNotContain("MallHub is ready");
        assertThat(data.resolve("children")).isEmptyDirectory();
    }

    @Test
    void aStartCutOffAnywhereEndsWithinSecondsAndTheNextOneGoesOn() {
        Path data = folder.resolve("data");
        for (String moment : List.of("postgres", "broker", "simulator    ready")) {
            RunningMall mall = RunningMall.launch(data);
            await().atMost(PATIENCE).until(() -> mall.output().contains(moment));
            List<ProcessHandle> children = mall.children();

            mall.interrupt();

            assertThat(mall.awaitEnd(Duration.ofSeconds(60))).as("status").isEqualTo(130);
            assertThat(mall.output()).doesNotContain("did not start");
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(data.resolve("children")).isEmptyDirectory();
        }
        RunningMall.start(data).close();
    }
}
