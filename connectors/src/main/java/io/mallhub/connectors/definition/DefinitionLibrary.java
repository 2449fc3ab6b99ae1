package io.mallhub.connectors.definition;

import io.mallhub.connectors.DefinitionPack;
import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.connectors.UploadedDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All definitions at hand: those in the jars, those of a mounted folder, which win, and uploaded
 * ones, whose key names the version: {@code acme-erp@3}.
 */
public final class DefinitionLibrary {
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, Resource> mains = new LinkedHashMap<>();
    private final UploadedDefinitions uploads;

    /** A version never changes, so what was read once stays right. */
    private final Map<String, Definition> uploaded = new ConcurrentHashMap<>();

    private DefinitionLibrary(UploadedDefinitions uploads) {
        this.uploads = uploads;
    }

    /**
     * @param mounted folder that holds one folder per definition; null for none
     * @throws io.mallhub.connectors.ErpClients.DefinitionInvalid with file and line
     */
    public static DefinitionLibrary load(@Nullable Path mounted, UploadedDefinitions uploads) {
        DefinitionLibrary library = new DefinitionLibrary(uploads);
        library.load("classpath*:definitions/*/" + DefinitionPack.MAIN);
        if (mounted != null) {
            String folder = mounted.toAbsolutePath().normalize().toUri().toString();
            library.load(folder.replaceAll("/+$", "") + "/*/" + DefinitionPack.MAIN);
        }
        return library;
    }

    private void load(String pattern) {
        try {
            for (Resource main : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                String[] parts = main.getURL().getPath().split("/");
                DefinitionFiles files = new DefinitionFiles(parts[parts.length - 2], main);
                definitions.put(files.id(), DefinitionReader.read(files));
                mains.put(files.id(), main);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("definitions can't be listed: " + pattern, e);
        }
    }

    /**
     * Reads and checks what somebody hands in.
     *
     * @throws io.mallhub.connectors.ErpClients.DefinitionInvalid with file and line
     */
    public static Definition read(DefinitionPack pack) {
        return DefinitionReader.read(DefinitionFiles.of(pack));
    }

    /** Without uploaded ones. */
    public Collection<Definition> all() {
        return definitions.values();
    }

    /**
     * @throws io.mallhub.connectors.ErpClients.DefinitionInvalid when an uploaded one, read by
     *     another release, is no longer right
     */
    public Optional<Definition> definition(String key) {
        Definition known = definitions.getOrDefault(key, uploaded.get(key));
        if (known != null || !DefinitionPack.isUpload(key)) {
            return Optional.ofNullable(known);
        }
        Optional<Definition> read = uploads.pack(key).map(DefinitionLibrary::read);
        read.ifPresent(definition -> uploaded.put(key, definition));
        return read;
    }

    public Optional<DefinitionSummary> summary(String key) {
        return definition(key).map(definition -> definition.summary(key));
    }

    /** The files of one, to start another from. */
    public Optional<DefinitionPack> pack(String key) {
        if (DefinitionPack.isUpload(key)) {
            return uploads.pack(key);
        }
        return Optional.ofNullable(mains.get(key)).map(main -> pack(key, main));
    }

    private static DefinitionPack pack(String id, Resource main) {
        try {
            String folder = main.getURL().toString().replaceFirst(DefinitionPack.MAIN + "$", "");
            Map<String, byte[]> files = new TreeMap<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources(folder + "**")) {
                String path =
                        path(file).substring(path(main).length() - DefinitionPack.MAIN.length());
                if (file.isReadable() && DefinitionPack.isInside(path)) {
                    files.put(path, file.getContentAsByteArray());
                }
            }
            return new DefinitionPack(id, files);
        } catch (IOException e) {
            throw new UncheckedIOException("definition " + id + " can't be read", e);
        }
    }

    private static String path(Resource resource) throws IOException {
        return URLDecoder.decode(
                resource.getURL().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
