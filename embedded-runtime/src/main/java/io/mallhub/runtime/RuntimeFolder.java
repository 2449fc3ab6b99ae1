package io.mallhub.runtime;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The folder {@code .runtime} that the build fills with what is needed to run, not to compile. */
public final class RuntimeFolder {

    private static final String NAME = ".runtime";

    private RuntimeFolder() {}

    /** First match in the {@code .runtime} of the current folder or one of its parents. */
    public static Optional<Path> search(Function<Path, Optional<Path>> find) {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, p -> p != null, Path::getParent)
                .map(folder -> find.apply(folder.resolve(NAME)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
