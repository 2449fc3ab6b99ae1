package io.mallhub.connectors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A definition as a ZIP that holds one folder. What is read is counted as it unfolds, never
 * believed from the archive's own figures, and nothing is written to a disk.
 */
public final class ZippedPack {
    /** Of the archive, in bytes. */
    public static final int LARGEST = 1024 * 1024;

    /** Of all files, unfolded. */
    public static final int LARGEST_UNFOLDED = 8 * 1024 * 1024;

    public static final int MOST_FILES = 200;

    /** 1980-01-01, the first day a ZIP knows: the same files always make the same archive. */
    private static final long NO_TIME = 315_532_800_000L;

    private ZippedPack() {}

    /** What became of an archive. */
    public sealed interface Reading {
        record Read(DefinitionPack pack) implements Reading {}

        /**
         * @param where the entry, empty for the whole
         */
        record Refused(Problem problem, String where) implements Reading {}
    }

    public enum Problem {
        NO_ZIP,
        TOO_LARGE,
        TOO_LARGE_UNFOLDED,
        TOO_MANY_FILES,
        /** Leads out of the folder, or has letters no file of a definition needs. */
        BAD_PATH,
        TWICE,
        /** Not one folder with connector.yaml in it. */
        NO_FOLDER
    }

    public static Reading read(byte[] zip) {
        if (zip.length > LARGEST) {
            return new Reading.Refused(Problem.TOO_LARGE, "");
        }
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            return new Unfolding().all(in);
        } catch (IOException | IllegalArgumentException e) {
            // The JDK throws the latter for names that are no UTF-8.
            return new Reading.Refused(Problem.NO_ZIP, String.valueOf(e.getMessage()));
        }
    }

    public static byte[] write(DefinitionPack pack) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String path : pack.paths()) {
                ZipEntry entry = new ZipEntry(pack.id() + "/" + path);
                entry.setTime(NO_TIME);
                out.putNextEntry(entry);
                out.write(pack.file(path).orElseThrow());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Unfolding {
        private final Map<String, byte[]> files = new TreeMap<>();
        private String folder = "";
        private int left = LARGEST_UNFOLDED;
        private int entries;

        Reading all(ZipInputStream in) throws IOException {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Problem problem =
                        ++entries > 2 * MOST_FILES ? Problem.TOO_MANY_FILES : add(entry, in);
                if (problem != null) {
                    return new Reading.Refused(problem, entry.getName());
                }
            }
            if (entries == 0) {
                return new Reading.Refused(Problem.NO_ZIP, "");
            }
            if (!files.containsKey(DefinitionPack.MAIN)) {
                return new Reading.Refused(Problem.NO_FOLDER, folder + "/" + DefinitionPack.MAIN);
            }
            return new Reading.Read(new DefinitionPack(folder, files));
        }

        private @Nullable Problem add(ZipEntry entry, ZipInputStream in) throws IOException {
            String name = entry.getName();
            if (entry.isDirectory() || isClutter(name)) {
                return content(in) == null ? Problem.TOO_LARGE_UNFOLDED : null;
            }
            int slash = name.indexOf('/');
            if (!DefinitionPack.isInside(name)) {
                return Problem.BAD_PATH;
            }
            if (slash < 0 || (!folder.isEmpty() && !name.startsWith(folder + "/"))) {
                return Problem.NO_FOLDER;
            }
            folder = name.substring(0, slash);
            if (files.size() == MOST_FILES) {
                return Problem.TOO_MANY_FILES;
            }
            byte[] content = content(in);
            if (content == null) {
                return Problem.TOO_LARGE_UNFOLDED;
            }
            return files.put(name.substring(slash + 1), content) == null ? null : Problem.TWICE;
        }

        /** Null when it unfolds too far; what is thrown away counts as well. */
        private byte @Nullable [] content(ZipInputStream in) throws IOException {
            byte[] read = in.readNBytes(left + 1);
            left -= read.length;
            return left < 0 ? null : read;
        }

        /** What desktops put beside people's files. */
        private static boolean isClutter(String name) {
            return name.startsWith("__MACOSX/") || name.endsWith("/.DS_Store");
        }
    }
}
