package io.mallhub.connectors.definition;

import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;

/** The files of one definition, wherever they lie: in a jar or in a folder. */
final class DefinitionFiles {
    static final String MAIN = "connector.yaml";

    private static final Pattern INSIDE = Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*");

    private final String id;
    private final Resource main;

    /**
     * @param id name of the folder
     */
    DefinitionFiles(String id, Resource main) {
        this.id = id;
        this.main = main;
    }

    String id() {
        return id;
    }

    /** How errors call a file. */
    String name(String path) {
        return id + "/" + path;
    }

    String main() {
        return read(main, MAIN);
    }

    /**
     * @throws IllegalArgumentException when there is none, or it lies outside the folder
     */
    String read(String path) {
        if (!INSIDE.matcher(path).matches()) {
            throw new IllegalArgumentException("'" + path + "' is no file of this folder");
        }
        try {
            Resource file = main.createRelative(path);
            if (!file.exists()) {
                throw new IllegalArgumentException("there is no file '" + path + "'");
            }
            return read(file, path);
        } catch (IOException e) {
            throw new IllegalArgumentException("file '" + path + "' can't be read", e);
        }
    }

    private String read(Resource file, String path) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DefinitionInvalid(name(path) + ":1", "can't be read: " + e.getMessage());
        }
    }
}
