package io.mallhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build runs tests by the names of their classes: one of another name proves nothing. */
class TestNamesTest {
    private static final Path MODULES = Path.of("..");
    private static final Pattern IS_A_TEST =
            Pattern.compile("(?m)^ +@(Test|ParameterizedTest|RepeatedTest|Property|Example)\\b");
    private static final Pattern RUNS = Pattern.compile(".+Test\\.java");

    /** As app/pom.xml says: those that need the packaged hub. */
    private static final Pattern RUNS_IN_APP = Pattern.compile(".+IT\\.java");

    @Test
    void everyClassWithTestsHasANameThatTheBuildRuns() throws IOException {
        List<String> tests = sources().filter(TestNamesTest::isATest).map(this::named).toList();

        assertThat(tests).hasSizeGreaterThan(100).noneMatch(it -> it.startsWith("not run"));
    }

    private String named(Path source) {
        String name = source.getFileName().toString();
        boolean runs =
                RUNS.matcher(name).matches()
                        || source.startsWith(MODULES.resolve("app"))
                                && RUNS_IN_APP.matcher(name).matches();
        return (runs ? "" : "not run: ") + source;
    }

    private static boolean isATest(Path source) {
        try {
            return IS_A_TEST.matcher(Files.readString(source, StandardCharsets.UTF_8)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(MODULES)) {
            return modules
                    .map(it -> it.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(TestNamesTest::javaIn)
                    .toList()
                    .stream();
        }
    }

    private static Stream<Path> javaIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
