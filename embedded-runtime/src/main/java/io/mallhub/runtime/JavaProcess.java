package io.mallhub.runtime;

import io.mallhub.runtime.child.ChildMain;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a {@link JavaProgram}. */
final class JavaProcess {

    /** Settings in the hub's environment that a child would take for its own. */
    private static final List<String> NOT_INHERITED =
            List.of(
                    "ZEEBE_",
                    "CAMUNDA_",
                    "OPERATE_",
                    "TASKLIST_",
                    "ATOMIX_",
                    "SPRING_",
                    "SERVER_",
                    "MANAGEMENT_",
                    "LOGGING_",
                    "INFO_",
                    "MALLHUB_");

    private static final Duration GRACE = Duration.ofSeconds(25);
    private static final long POLL_MILLIS = 50;

    private final JavaProgram program;
    private final Process process;
    private final Path log;

    private JavaProcess(JavaProgram program, Process process, Path log) {
        this.program = program;
        this.process = process;
        this.log = log;
    }

    static JavaProcess start(JavaProgram program, DataDirectory directory) {
        Path log = LogFiles.rotated(directory.logs().resolve(program.name() + ".log"));
        try {
            Files.createDirectories(program.workingFolder());
            ProcessBuilder builder =
                    // A folder per child: children are started side by side.
                    new ProcessBuilder(
                                    command(
                                            program,
                                            directory.subfolder("child-main/" + program.name())))
                            .directory(program.workingFolder().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(JavaProcess::isNotInherited);
            environment.putAll(program.environment());
            Process process = builder.start();
            directory.children().remember(program.name(), process.toHandle());
            return new JavaProcess(program, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + program.name(), e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Waits until the program answers.
     *
     * @throws IllegalStateException if it ends or doesn't answer in time
     */
    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + program.startTimeout().toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Readiness question : program.readiness()) {
                while (!question.answeredBy(client)) {
                    if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                        throw failure("ended with status " + process.exitValue());
                    }
                    if (System.nanoTime() > deadline) {
                        throw failure("gave no answer for " + program.startTimeout());
                    }
                }
            }
        }
        if (!process.isAlive()) {
            throw failure("ended with status " + process.exitValue());
        }
    }

    /** Completes with the end of the process, and says how it ended. */
    CompletableFuture<String> ended() {
        return process.onExit().thenApply(ended -> "ended with status " + ended.exitValue());
    }

    /** Gracefully if the program follows within a grace period, else by force. */
    void end() {
        end(GRACE);
    }

    void end(Duration grace) {
        try {
            process.getOutputStream().close(); // the end of its input asks it to end
        } catch (IOException alreadyEnded) {
            process.destroy();
        }
        if (!Processes.ended(process.toHandle(), grace)) {
            Processes.end(process.toHandle(), Duration.ofSeconds(1));
        }
    }

    private IllegalStateException failure(String what) {
        return new IllegalStateException(
                "%s %s; %s ends with:%n%s"
                        .formatted(program.name(), what, log, LogFiles.tail(log)));
    }

    private static List<String> command(JavaProgram program, Path childMain) throws IOException {
        copyChildMain(childMain);
        List<String> entries = new ArrayList<>();
        entries.add(childMain.toString());
        entries.addAll(program.classPath());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.jvmArguments());
        program.lock().ifPresent(file -> command.add("-D" + ChildMain.LOCK_FILE + "=" + file));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, entries)));
        command.addAll(List.of(ChildMain.class.getName(), program.mainClass()));
        command.addAll(program.arguments());
        return command;
    }

    /** As a file of its own: inside an executable jar a child's class path can't reach it. */
    private static void copyChildMain(Path folder) throws IOException {
        String resource = ChildMain.class.getName().replace('.', '/') + ".class";
        Path target = folder.resolve(resource);
        Files.createDirectories(target.getParent());
        try (InputStream in = ChildMain.class.getClassLoader().getResourceAsStream(resource)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isNotInherited(String variable) {
        return NOT_INHERITED.stream().anyMatch(variable.toUpperCase(Locale.ROOT)::startsWith);
    }
}
