package io.mallhub.story;

import static java.util.stream.Collectors.toSet;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The hub in a process of its own, as {@code ./mallhub run} starts it: with its own PostgreSQL,
 * broker and ERP simulator, on free ports, its data in the given folder.
 */
public final class RunningMall implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    /** Where the tests run in the background, children would inherit that Ctrl-C is ignored. */
    private static final List<String> LISTENS_TO_CTRL_C =
            System.getProperty("os.name").equals("Linux")
                    ? List.of("env", "--default-signal=INT")
                    : List.of();

    private static final String READY = "MallHub is ready";

    private final Path data;
    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    /** Its reader waits in the operating system, where a virtual thread would hold a processor. */
    private RunningMall(Path data, Process process) {
        this.data = data;
        this.process = process;
        Thread.ofPlatform().daemon().name("output of " + process.pid()).start(this::read);
    }

    /** Returns when the hub says that it is ready. */
    public static RunningMall start(Path data, String... options) {
        RunningMall mall = launch(data, options);
        mall.awaitReady();
        return mall;
    }

    /**
     * As {@link #start}, on a machine with other variables, which the parts inherit: {@code TZ} is
     * the zone of all of them.
     */
    public static RunningMall startWith(
            Map<String, String> environment, Path data, String... options) {
        RunningMall mall = launch(environment, data, classPath(), options);
        mall.awaitReady();
        return mall;
    }

    /** As {@link #start}, with resources that replace the hub's own, as an update does. */
    public static RunningMall startUpdated(Path data, Path resources, String... options) {
        RunningMall mall =
                launch(Map.of(), data, resources + File.pathSeparator + classPath(), options);
        mall.awaitReady();
        return mall;
    }

    /**
     * Returns at once; for tests that expect the start to be refused or to be cut off. An option
     * replaces the default of the same name.
     */
    public static RunningMall launch(Path data, String... options) {
        return launch(Map.of(), data, classPath(), options);
    }

    private static RunningMall launch(
            Map<String, String> environment, Path data, String classPath, String... options) {
        List<String> defaults =
                List.of(
                        "--spring.profiles.active=demo",
                        "--server.port=0",
                        "--mallhub.embedded.simulator-port=0",
                        "--mallhub.embedded.payment-sandbox-port=0",
                        "--mallhub.embedded.data=" + data);
        Set<String> chosen = Stream.of(options).map(RunningMall::name).collect(toSet());
        List<String> arguments = new ArrayList<>(List.of("-cp", classPath, "io.mallhub.MallHub"));
        defaults.stream().filter(option -> !chosen.contains(name(option))).forEach(arguments::add);
        arguments.addAll(List.of(options));
        return run(environment, data, arguments);
    }

    /** The packaged hub with these options and nothing else, as the README runs it for real. */
    public static RunningMall launchJar(Path jar, Path folder, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-jar", jar.toString()));
        arguments.addAll(List.of(options));
        return run(Map.of(), folder, arguments);
    }

    private static RunningMall run(
            Map<String, String> environment, Path data, List<String> arguments) {
        List<String> command = new ArrayList<>(LISTENS_TO_CTRL_C);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(arguments);
        try {
            ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().putAll(environment);
            return new RunningMall(data, process.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String option) {
        return option.split("=", 2)[0];
    }

    public URI storefront() {
        return URI.create(address("storefront"));
    }

    public URI console() {
        return URI.create(address("console"));
    }

    /** Root of the ERP simulator. */
    public URI erp() {
        return URI.create(address("ERP back office").replaceFirst("/office.*", ""));
    }

    /** Root of the payment sandbox. */
    public URI payments() {
        return URI.create(address("payment sandbox").replaceFirst("/$", ""));
    }

    public long pid() {
        return process.pid();
    }

    /** The parts that the hub has recorded as running. */
    public List<ProcessHandle> children() {
        try (Stream<Path> records = Files.list(data.resolve("children"))) {
            return records.map(RunningMall::pid)
                    .flatMap(p -> ProcessHandle.of(p).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All processes that the hub has started and that still run. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** As Ctrl-C in a terminal. */
    public void interrupt() {
        signal("-INT", pid());
    }

    private static void signal(String signal, long pid) {
        try {
            int status = new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
            if (status != 0) {
                throw new AssertionError("kill " + signal + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9}: nothing of the hub gets to run any more. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stands still, alive and holding its connections and leases, until it goes on. */
    public void freeze() {
        signal("-STOP", pid());
    }

    public void thaw() {
        signal("-CONT", pid());
    }

    /**
     * Kills one of the hub's children, such as {@code broker}, by the process id that the hub
     * recorded for it.
     */
    public void killChild(String name) {
        ProcessHandle child = child(name);
        child.destroyForcibly();
        child.onExit().join();
    }

    /** The child stands still, alive and holding its connections, until it goes on. */
    public void freezeChild(String name) {
        signal("-STOP", child(name).pid());
    }

    public void thawChild(String name) {
        signal("-CONT", child(name).pid());
    }

    private ProcessHandle child(String name) {
        return ProcessHandle.of(pid(data.resolve("children").resolve(name))).orElseThrow();
    }

    /** JDBC address of a database of the embedded PostgreSQL, with login. */
    public String database(String name) {
        try {
            Path postgres = data.resolve("postgres");
            String port = Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3);
            return "jdbc:postgresql://127.0.0.1:%s/%s?user=mallhub&password=%s"
                    .formatted(port.strip(), name, Files.readString(postgres.resolve("password")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long pid(Path record) {
        try {
            return Long.parseLong(Files.readString(record).split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exit status, once the process has ended. */
    public int awaitEnd() {
        return awaitEnd(Duration.ofSeconds(120));
    }

    /** Exit status, if the process ends within this time. */
    public int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the hub did not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the hub itself logs. */
    public Path log() {
        return data.resolve("logs").resolve("hub.log");
    }

    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** As an operating system ends a service. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    public void awaitReady() {
        try {
            boolean answered = ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!answered || !output().contains(READY)) {
                process.destroyForcibly();
                throw new AssertionError("the hub did not become ready:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String address(String part) {
        String address = addresses.get(part);
        if (address == null) {
            throw new NotReady("the hub named no " + part + ":\n" + output());
        }
        return address;
    }

    /** The hub has not said yet where this part is. */
    public static final class NotReady extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        NotReady(String message) {
            super(message);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(this::take);
        } catch (IOException | UncheckedIOException e) {
            take("(output ended: " + e.getMessage() + ")");
        } finally {
            ready.countDown();
        }
    }

    private void take(String line) {
        synchronized (output) {
            output.add(line);
        }
        for (String part : List.of("storefront", "console", "ERP back office", "payment sandbox")) {
            String text = line.strip();
            if (text.startsWith(part + " ") && text.contains("http://")) {
                addresses.put(part, text.substring(text.indexOf("http://")).strip());
            }
        }
        if (line.contains("Ctrl-C ends")) {
            ready.countDown();
        }
    }

    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
