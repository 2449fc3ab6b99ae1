package io.mallhub.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process started earlier. Process ids are used again, so the start instant belongs to its
 * identity.
 */
record ChildRecord(String name, long pid, Instant started) {

    private static final Logger log = LoggerFactory.getLogger(ChildRecord.class);

    /** Linux derives start instants from the wall clock, which may be stepped a little. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(3);

    static Optional<ChildRecord> read(Path file) {
        String name = file.getFileName().toString();
        try {
            String[] parts = Files.readString(file).split(" ", 2);
            return Optional.of(
                    new ChildRecord(name, Long.parseLong(parts[0]), Instant.parse(parts[1])));
        } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            log.warn("unreadable record of child {}: {}", name, e.toString());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The very process, if it still runs. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.info().startInstant().filter(this::isStart).isPresent());
    }

    private boolean isStart(Instant start) {
        return Duration.between(started, start).abs().compareTo(CLOCK_STEP) <= 0;
    }
}
