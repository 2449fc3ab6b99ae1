package io.mallhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    @TempDir Path folder;

    @Test
    void aSecondStartInTheSameFolderIsRefusedAndSaysWhoHoldsIt() {
        try (DataDirectory held = DataDirectory.open(folder, clock)) {
            assertThatThrownBy(() -> DataDirectory.open(folder, clock))
                    .isInstanceOf(DataDirectoryInUse.class)
                    .hasMessageContaining(held.path().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("2026-01-02T03:04:05Z");
        }
    }

    @Test
    void aClosedFolderCanBeOpenedAgain() {
        DataDirectory.open(folder, clock).close();

        DataDirectory.open(folder, clock).close();
    }

    @Test
    void aFolderWithSomebodysFilesIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataDirectory.open(folder, clock))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file).exists();
    }

    @Test
    void emptyingDeletesTheDataAndKeepsTheFolderOpen() throws Exception {
        try (DataDirectory held = DataDirectory.open(folder, clock)) {
            Files.writeString(held.subfolder("postgres").resolve("some"), "data");

            held.empty();

            assertThat(folder.resolve("postgres")).doesNotExist();
            assertThatThrownBy(() -> DataDirectory.open(folder, clock))
                    .isInstanceOf(DataDirectoryInUse.class);
        }
    }

    @Test
    void aLeftOverChildIsEndedAtTheNextOpening() throws Exception {
        Process child = new ProcessBuilder("sleep", "600").start();
        try (DataDirectory earlier = DataDirectory.open(folder, clock)) {
            earlier.children().remember("sleeper", child.toHandle());
        }

        DataDirectory.open(folder, clock).close();

        assertThat(child.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("children")).isEmptyDirectory();
    }

    @Test
    void aStrangersProcessThatGotTheSameIdIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try (DataDirectory earlier = DataDirectory.open(folder, clock)) {
            Files.writeString(
                    earlier.subfolder("children").resolve("old"),
                    stranger.pid() + " 2020-01-01T00:00:00Z");
        }

        DataDirectory.open(folder, clock).close();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly().waitFor();
    }
}
