package io.mallhub.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds all data of an embedded hub. Whoever has it open holds an operating
 * system lock, so that a second start in the same folder is refused, and the lock of a killed
 * process is free at once.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "mallhub.lock";
    private static final String HOLDER = "mallhub.holder";
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(1);

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final ChildRecords children;

    private DataDirectory(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.children = new ChildRecords(subfolder("children"));
    }

    /**
     * Opens the folder, creating it if needed, and ends child processes that an earlier, killed
     * holder left running.
     *
     * @throws DataDirectoryInUse if another process has it open
     * @throws IllegalArgumentException if the folder holds files that are not MallHub's
     */
    public static DataDirectory open(Path path, Clock clock) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            requireOurs(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DataDirectoryInUse(folder, holder(folder));
            }
            Files.writeString(
                    folder.resolve(HOLDER),
                    "process %d since %s"
                            .formatted(ProcessHandle.current().pid(), clock.instant()));
            DataDirectory directory = new DataDirectory(folder, channel, lock);
            directory.children.endLeftOvers();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open data folder " + folder, e);
        }
    }

    /** Absolute path of the folder. */
    public Path path() {
        return folder;
    }

    /** A subfolder by name, such as {@code postgres}, created if it isn't there. */
    public Path subfolder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the children write their output. */
    public Path logs() {
        return subfolder("logs");
    }

    ChildRecords children() {
        return children;
    }

    /** Deletes all data. Servers of this folder must have been closed before. */
    public void empty() {
        children.endLeftOvers();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!name.equals(LOCK) && !name.equals(HOLDER)) {
                    Folders.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty data folder " + folder, e);
        }
        subfolder("children");
    }

    /** Deletes all data, the folder too, and closes. */
    public void delete() {
        empty();
        close();
        Folders.delete(folder);
    }

    /**
     * Deletes a folder whose holder was killed, ending the servers it left behind; does nothing if
     * the folder is in use, younger than a minute or not MallHub's.
     */
    public static void deleteIfAbandoned(Path folder, Clock clock) {
        try {
            Path lock = folder.resolve(LOCK);
            Instant old = clock.instant().minus(ABANDONED_AFTER);
            if (Files.exists(lock) && Files.getLastModifiedTime(lock).toInstant().isBefore(old)) {
                open(folder, clock).delete();
            }
        } catch (DataDirectoryInUse inUse) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mistyped path must never make {@link #empty()} delete somebody's files. */
    private static void requireOurs(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            if (!Files.exists(folder.resolve(LOCK)) && entries.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        folder + " holds files that are not MallHub's: choose an empty folder");
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(Path folder) {
        try {
            return Files.readString(folder.resolve(HOLDER)).strip();
        } catch (IOException unknown) {
            return "holder not recorded (" + unknown.getMessage() + ")";
        }
    }
}
