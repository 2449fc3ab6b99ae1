package io.mallhub.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The jar that the broker loads to export into PostgreSQL. */
public final class ExporterJar {

    /** Class to name in the broker's configuration. */
    public static final String CLASS_NAME = "io.mallhub.exporter.ProcessExporter";

    /** System property that names the jar. */
    public static final String PROPERTY = "mallhub.exporter.jar";

    private static final String DRIVER = "org.postgresql.Driver";

    private ExporterJar() {}

    /**
     * The jar named by {@value #PROPERTY}; or one made in the folder from the class path, which is
     * always as new as the classes; or the one that the build packaged into {@code
     * .runtime/exporter}.
     *
     * @throws IllegalStateException if there is none
     */
    public static Path find(Path folder) {
        String chosen = System.getProperty(PROPERTY);
        if (chosen != null) {
            return Path.of(chosen);
        }
        return fromClassPath(folder)
                .or(() -> RuntimeFolder.search(ExporterJar::packaged))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no process exporter found: build MallHub, or set "
                                                + PROPERTY));
    }

    private static Optional<Path> packaged(Path runtime) {
        return Optional.of(runtime.resolve("exporter").resolve("process-exporter.jar"))
                .filter(Files::isRegularFile);
    }

    private static Optional<Path> fromClassPath(Path folder) {
        List<Path> origins =
                Stream.of(CLASS_NAME, DRIVER)
                        .map(ExporterJar::origin)
                        .flatMap(Optional::stream)
                        .toList();
        if (origins.size() < 2) {
            return Optional.empty();
        }
        Path jar = folder.resolve("process-exporter.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            Set<String> added = new HashSet<>();
            for (Path origin : origins) {
                addAll(origin, out, added);
            }
            return Optional.of(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + jar, e);
        }
    }

    /** Folder or jar that a class comes from; none if it is inside another jar or not there. */
    private static Optional<Path> origin(String className) {
        String resource = className.replace('.', '/') + ".class";
        URL url = ExporterJar.class.getClassLoader().getResource(resource);
        return Optional.ofNullable(url).map(found -> origin(found, resource));
    }

    private static @Nullable Path origin(URL found, String resource) {
        String url = found.toString();
        try {
            if (url.startsWith("jar:file:") && url.indexOf("!/") == url.lastIndexOf("!/")) {
                return Path.of(new URI(url.substring("jar:".length(), url.indexOf("!/"))));
            }
            return url.startsWith("file:")
                    ? Path.of(new URI(url.substring(0, url.length() - resource.length())))
                    : null;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addAll(Path origin, JarOutputStream out, Set<String> added)
            throws IOException {
        if (Files.isDirectory(origin)) {
            addTree(origin, out, added);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(origin)) {
            addTree(jar.getPath("/"), out, added);
        }
    }

    private static void addTree(Path root, JarOutputStream out, Set<String> added)
            throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.equals("META-INF/MANIFEST.MF") && added.add(name)) {
                    out.putNextEntry(new ZipEntry(name));
                    try (InputStream in = Files.newInputStream(file)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
    }
}
