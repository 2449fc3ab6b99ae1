package io.mallhub.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The unpacked Camunda distribution. Shared by all brokers, never written to. */
public record BrokerDistribution(Path home) {

    /** System property that names the unpacked distribution. */
    public static final String PROPERTY = "mallhub.broker.home";

    public BrokerDistribution {
        home = home.toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new IllegalArgumentException(home + " holds no broker: there is no lib in it");
        }
    }

    /**
     * The distribution named by {@value #PROPERTY}, or the one that the build unpacked into {@code
     * .runtime/zeebe} of this or a parent folder.
     *
     * @throws IllegalStateException if there is none
     */
    public static BrokerDistribution find() {
        String chosen = System.getProperty(PROPERTY);
        if (chosen != null) {
            return new BrokerDistribution(Path.of(chosen));
        }
        return RuntimeFolder.search(folder -> newest(folder.resolve("zeebe")))
                .map(BrokerDistribution::new)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no broker found: build MallHub, which unpacks it into .runtime/zeebe, or set "
                                                + PROPERTY));
    }

    private static Optional<Path> newest(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(v -> Files.isDirectory(v.resolve("lib")))
                    .max(Comparator.comparing(v -> v.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
