package io.mallhub.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An embedded PostgreSQL whose data stays in the data folder. It listens on the loopback address
 * only and asks for a password that was made at random when the data was created.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String USER = "mallhub";

    /** Between the end of its service and that of its process. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(10);

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DataDirectory directory;
    private final PostgresSettings settings;
    private final PartListener listener;
    private final int port;
    private final Path passwordFile;
    private final String password;
    private final PostgresCluster cluster;
    private final Supervisor supervisor;
    private volatile @Nullable ProcessHandle postmaster;

    private PostgresServer(
            DataDirectory directory, PostgresSettings settings, PartListener listener) {
        String name = settings.name();
        this.directory = directory;
        this.settings = settings;
        this.listener = listener;
        this.port = Ports.choose(settings.port(), name);
        Path folder = directory.subfolder(name);
        this.passwordFile = folder.resolve("password");
        this.password = Secret.of(passwordFile);
        this.cluster =
                new PostgresCluster(
                        PostgresBinaries.in(binaries(directory, settings)),
                        folder.resolve("data"),
                        LogFiles.rotated(directory.logs().resolve(name + ".log")));
        this.supervisor = Supervisor.start(name, listener, this::run);
    }

    /**
     * Starts the server and returns when it answers; creates the data on first use. If it dies, it
     * comes back on the same port with what was committed.
     *
     * @throws PortTaken if the chosen port isn't free
     * @throws IllegalStateException if it doesn't start; the message has the end of its log
     */
    public static PostgresServer start(
            DataDirectory directory, PostgresSettings settings, PartListener listener) {
        listener.on(
                new PartEvent(
                        settings.name(), PartEvent.Status.STARTING, "data in " + directory.path()));
        return new PostgresServer(directory, settings, listener);
    }

    public int port() {
        return port;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Process id of the present run. */
    public long pid() {
        ProcessHandle running = postmaster;
        if (running == null) {
            throw new IllegalStateException(settings.name() + " never answered");
        }
        return running.pid();
    }

    /**
     * Creates the database unless it is there.
     *
     * @param database lower-case letters, digits and underscores
     * @return its JDBC URL
     */
    public String createDatabase(String database) {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("not a database name: " + database);
        }
        try (Connection connection = connect("postgres")) {
            if (!exists(connection, database)) {
                try (Statement create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + database);
                }
            }
            return jdbcUrl(database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + database, e);
        }
    }

    /** A new connection; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    /** Stops the server: running transactions are rolled back, clients are cut off. */
    @Override
    public void close() {
        supervisor.close();
        stop();
    }

    /**
     * After the death of a predecessor this fails until its last session has noticed: PostgreSQL
     * itself sees to it that no two servers work on the same data.
     */
    private CompletableFuture<String> run() {
        long begin = System.nanoTime();
        cluster.createIfAbsent(USER, passwordFile);
        ProcessHandle started = cluster.start(port, settings.durable());
        postmaster = started;
        directory.children().remember(settings.name(), started);
        requireOwnAnswer();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        listener.on(
                new PartEvent(
                        settings.name(),
                        PartEvent.Status.READY,
                        "127.0.0.1:%d after %d ms".formatted(port, took.toMillis())));
        return started.onExit().thenApply(ended -> "process %d ended".formatted(ended.pid()));
    }

    /** The handle tells a stranger with the same process id from the server; PostgreSQL can't. */
    private void stop() {
        ProcessHandle running = postmaster;
        if (running != null && running.isAlive()) {
            cluster.stop();
            Processes.ended(running, LAST_BREATH);
        }
        directory.children().forget(settings.name());
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    /** Nobody else knows the password: whoever accepts it is the server just started. */
    private void requireOwnAnswer() {
        String unanswered = "%s doesn't answer on port %d".formatted(settings.name(), port);
        try (Connection connection = connect("postgres")) {
            if (!connection.isValid(5)) {
                throw new SQLException(unanswered);
            }
        } catch (SQLException e) {
            stop();
            throw new IllegalStateException(unanswered, e);
        }
    }

    /** Tests share the programs between runs; a hub keeps them with its data. */
    private static Path binaries(DataDirectory directory, PostgresSettings settings) {
        if (settings.durable()) {
            return directory.subfolder("programs");
        }
        try {
            String user = System.getProperty("user.name");
            Path shared = Path.of(System.getProperty("java.io.tmpdir"), "mallhub-programs-" + user);
            return Files.createDirectories(shared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
