package io.mallhub.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Output files of child processes. */
final class LogFiles {

    private static final long MOST_BYTES = 10_000_000;
    private static final int TAIL_BYTES = 4_000;

    private LogFiles() {}

    /** Moves a file that has grown large out of the way, to {@code <name>.1}. */
    static Path rotated(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Path old = file.resolveSibling(file.getFileName() + ".1");
                Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, for an error message. */
    static String tail(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = Math.max(0, all.length - TAIL_BYTES);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            return "(no output: " + unreadable.getMessage() + ")";
        }
    }
}
