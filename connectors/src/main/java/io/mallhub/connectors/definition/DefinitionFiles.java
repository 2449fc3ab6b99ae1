package io.mallhub.connectors.definition;

import io.mallhub.connectors.DefinitionPack;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DescriptiveResource;
import org.springframework.core.io.Resource;

/** The files of one definition, wherever they lie: in a jar, in a folder, or handed in. */
final class DefinitionFiles {
    static final String MAIN = DefinitionPack.MAIN;

    private final String id;
    private final Resource main;

    /**
     * @param id name of the folder
     */
    DefinitionFiles(String id, Resource main) {
        this.id = id;
        this.main = main;
    }

    static DefinitionFiles of(DefinitionPack pack) {
        return new DefinitionFiles(pack.id(), new PackedFile(pack, MAIN));
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
        if (!DefinitionPack.isInside(path)) {
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

    /** A file of a pack, where the others are found from. */
    private static final class PackedFile extends ByteArrayResource {
        private final DefinitionPack pack;

        PackedFile(DefinitionPack pack, String path) {
            super(pack.file(path).orElseGet(() -> new byte[0]), path);
            this.pack = pack;
        }

        @Override
        public Resource createRelative(String path) {
            return pack.file(path).isPresent()
                    ? new PackedFile(pack, path)
                    : new DescriptiveResource(path);
        }
    }
}
