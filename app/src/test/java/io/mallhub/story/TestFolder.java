package io.mallhub.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders of tests that outlive a test class. */
public final class TestFolder {
    private TestFolder() {}

    /**
     * A new folder that is there until the JVM ends.
     *
     * @param ending ends what runs in it, before it is deleted
     */
    public static Path untilTheEnd(String name, Runnable ending) {
        try {
            Path folder = Files.createTempDirectory(name);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        ending.run();
                                        delete(folder);
                                    }));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
