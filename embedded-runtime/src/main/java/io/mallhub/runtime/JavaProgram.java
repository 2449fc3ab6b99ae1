package io.mallhub.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Java program to run as a child process, on the same Java as this one.
 *
 * <p>For a Spring Boot jar the class path is the jar and the main class its {@code
 * org.springframework.boot.loader.launch.JarLauncher}.
 *
 * @param name names the child in events, records and its log
 * @param classPath files, folders, or {@code folder/*} for all jars of a folder
 * @param environment added to this process's own, from which Spring's and Zeebe's settings are
 *     taken away: they are meant for the hub
 * @param workingFolder its current folder, created if absent
 * @param lock file that the child locks for as long as it lives, if it doesn't lock its data itself
 * @param readiness all must be answered before the child counts as ready
 */
public record JavaProgram(
        String name,
        List<String> classPath,
        String mainClass,
        List<String> jvmArguments,
        List<String> arguments,
        Map<String, String> environment,
        Path workingFolder,
        Optional<Path> lock,
        List<Readiness> readiness,
        Duration startTimeout) {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    public JavaProgram {
        classPath = List.copyOf(classPath);
        jvmArguments = List.copyOf(jvmArguments);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        readiness = List.copyOf(readiness);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects the parts of a program; class path, main class and working folder are required. */
    public static final class Builder {
        private final String name;
        private final List<String> classPath = new ArrayList<>();
        private String mainClass = "";
        private final List<String> jvmArguments = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private final Map<String, String> environment = new HashMap<>();
        private Optional<Path> workingFolder = Optional.empty();
        private Optional<Path> lock = Optional.empty();
        private final List<Readiness> readiness = new ArrayList<>();
        private Duration startTimeout = START_TIMEOUT;

        private Builder(String name) {
            this.name = name;
        }

        public Builder classPath(String... entries) {
            classPath.addAll(List.of(entries));
            return this;
        }

        public Builder mainClass(String className) {
            mainClass = className;
            return this;
        }

        public Builder jvmArguments(String... options) {
            jvmArguments.addAll(List.of(options));
            return this;
        }

        public Builder arguments(String... values) {
            arguments.addAll(List.of(values));
            return this;
        }

        public Builder environment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        public Builder workingFolder(Path folder) {
            workingFolder = Optional.of(folder);
            return this;
        }

        public Builder lock(Path file) {
            lock = Optional.of(file);
            return this;
        }

        public Builder readyWhen(Readiness question) {
            readiness.add(question);
            return this;
        }

        public Builder startTimeout(Duration timeout) {
            startTimeout = timeout;
            return this;
        }

        public JavaProgram build() {
            if (mainClass.isEmpty() || classPath.isEmpty()) {
                throw new IllegalStateException("main class and class path are required");
            }
            return new JavaProgram(
                    name,
                    classPath,
                    mainClass,
                    jvmArguments,
                    arguments,
                    environment,
                    workingFolder.orElseThrow(),
                    lock,
                    readiness,
                    startTimeout);
        }
    }
}
