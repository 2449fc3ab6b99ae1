package io.mallhub.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data of one server on disk, and the process that serves it. */
final class PostgresCluster {

    private static final String WAIT_SECONDS = "60";

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    PostgresCluster(PostgresBinaries binaries, Path data, Path log) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    /** Made beside its place and then moved: a start killed half-way leaves nothing broken. */
    void createIfAbsent(String user, Path passwordFile) {
        if (Files.exists(data)) {
            return;
        }
        Path draft = data.resolveSibling("data-being-created");
        Folders.delete(draft);
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-D", draft.toString(), "-U", user, "-E", "UTF8", "--no-sync"));
        arguments.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + passwordFile));
        // The same order of strings on every platform and after every system update.
        arguments.addAll(
                List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        run("initdb", arguments);
        try {
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server, waits until it accepts connections. */
    ProcessHandle start(int port, boolean durable) {
        List<String> options = new ArrayList<>();
        options.addAll(List.of("-p", Integer.toString(port), "-c", "listen_addresses=127.0.0.1"));
        options.addAll(List.of("-c", "unix_socket_directories=", "-c", "log_timezone=UTC"));
        options.addAll(List.of("-c", "timezone=UTC", "-c", "max_connections=200"));
        if (!durable) {
            // What is committed still survives the death of the process, not of the machine.
            options.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off"));
        }
        String line = String.join(" ", options);
        run(
                "pg_ctl",
                List.of(
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        log.toString(),
                        "-o",
                        line,
                        "-w",
                        "-t",
                        WAIT_SECONDS));
        return postmaster();
    }

    void stop() {
        run(
                "pg_ctl",
                List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", WAIT_SECONDS));
    }

    /** From the file in which PostgreSQL records it. */
    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(pid))
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL is not running", e);
        }
    }

    private void run(String program, List<String> arguments) {
        try {
            Process process =
                    new ProcessBuilder(binaries.command(program, arguments))
                            .redirectInput(ProcessBuilder.Redirect.PIPE)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            int status = waitFor(process);
            if (status != 0) {
                throw new IllegalStateException(
                        "%s ended with %d; %s ends with:%n%s"
                                .formatted(program, status, log, LogFiles.tail(log)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + program, e);
        }
    }

    /** Even if interrupted: a server started by a program left alone would be nobody's. */
    private static int waitFor(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
