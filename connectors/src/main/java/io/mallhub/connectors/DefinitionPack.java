package io.mallhub.connectors;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of one definition, by their path in its folder. */
public final class DefinitionPack {
    public static final String MAIN = "connector.yaml";

    private static final Pattern INSIDE = Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*");
    private static final Pattern UPLOAD = Pattern.compile("([a-z0-9][a-z0-9-]{0,39})@(\\d{1,9})");

    private final String id;
    private final SortedMap<String, byte[]> files;

    /**
     * @param id name of the folder
     */
    public DefinitionPack(String id, Map<String, byte[]> files) {
        this.id = id;
        this.files = new TreeMap<>(files);
        for (String path : files.keySet()) {
            if (!isInside(path)) {
                throw new IllegalArgumentException("'" + path + "' is no file of a folder");
            }
        }
    }

    /** Whether a path stays in the folder, by its letters alone. */
    public static boolean isInside(String path) {
        return INSIDE.matcher(path).matches();
    }

    /** How a connection names an uploaded version. */
    public static String key(String id, int version) {
        return id + "@" + version;
    }

    public static boolean isUpload(String key) {
        return UPLOAD.matcher(key).matches();
    }

    public String id() {
        return id;
    }

    public Set<String> paths() {
        return files.keySet();
    }

    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }
}
