package io.mallhub.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The child processes of a data folder, on disk, so that a later start can end left-over ones. */
final class ChildRecords {

    private static final Logger log = LoggerFactory.getLogger(ChildRecords.class);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path folder;

    ChildRecords(Path folder) {
        this.folder = folder;
    }

    /** Remembers a running process under a name; replaces an earlier one of that name. */
    void remember(String name, ProcessHandle process) {
        process.info().startInstant().ifPresent(start -> write(name, process.pid(), start));
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends recorded processes that still run, the last started first, and waits for their end. */
    void endLeftOvers() {
        read().stream()
                .sorted(Comparator.comparing(ChildRecord::started).reversed())
                .forEach(
                        child -> {
                            child.process().ifPresent(process -> end(child, process));
                            forget(child.name());
                        });
    }

    private static void end(ChildRecord child, ProcessHandle process) {
        log.info(
                "ending {} (process {}), left over from an earlier run", child.name(), child.pid());
        Processes.end(process, GRACE);
    }

    private List<ChildRecord> read() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(ChildRecord::read).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: a hub killed here must leave a readable record. */
    private void write(String name, long pid, Instant start) {
        try {
            Path draft = Files.createTempFile(folder.getParent(), name, ".record");
            Files.writeString(draft, pid + " " + start);
            Files.move(
                    draft,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
