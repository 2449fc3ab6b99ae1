package io.mallhub.connectors.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All definitions at hand: those in the jars, and those of a mounted folder, which win. */
public final class DefinitionLibrary {
    private final Map<String, Definition> definitions;

    private DefinitionLibrary(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    /**
     * @param mounted folder that holds one folder per definition; null for none
     * @throws io.mallhub.connectors.ErpClients.DefinitionInvalid with file and line
     */
    public static DefinitionLibrary load(@org.jspecify.annotations.Nullable Path mounted) {
        Map<String, Definition> all = new LinkedHashMap<>();
        load("classpath*:definitions/*/" + DefinitionFiles.MAIN, all);
        if (mounted != null) {
            String folder = mounted.toAbsolutePath().normalize().toUri().toString();
            load(folder.replaceAll("/+$", "") + "/*/" + DefinitionFiles.MAIN, all);
        }
        return new DefinitionLibrary(all);
    }

    private static void load(String pattern, Map<String, Definition> into) {
        try {
            for (Resource main : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                String[] parts = main.getURL().getPath().split("/");
                DefinitionFiles files = new DefinitionFiles(parts[parts.length - 2], main);
                into.put(files.id(), DefinitionReader.read(files));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("definitions can't be listed: " + pattern, e);
        }
    }

    public Collection<Definition> all() {
        return definitions.values();
    }

    public Optional<Definition> definition(String id) {
        return Optional.ofNullable(definitions.get(id));
    }
}
