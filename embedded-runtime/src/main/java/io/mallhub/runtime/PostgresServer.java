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
import java.util.regex.Pattern;

/**
 * An embedded PostgreSQL whose data stays in the data folder. It listens on the loopback address
 * only and asks for a password that was made at random when the data was created.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String USER = "mallhub";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DataDirectory directory;
    private final String name;
    private final int port;
    private final String password;
    private final PostgresCluster cluster;

    private PostgresServer(
            DataDirectory directory, String name, int port, String password, PostgresCluster c) {
        this.directory = directory;
        this.name = name;
        this.port = port;
        this.password = password;
        this.cluster = c;
    }

    /**
     * Starts the server and returns when it answers; creates the data on first use.
     *
     * @throws PortTaken if the chosen port isn't free
     * @throws IllegalStateException if it doesn't start; the message has the end of its log
     */
    public static PostgresServer start(
            DataDirectory directory, PostgresSettings settings, PartListener listener) {
        String name = settings.name();
        listener.on(new PartEvent(name, PartEvent.Status.STARTING, "data in " + directory.path()));
        long begin = System.nanoTime();
        int port = Ports.choose(settings.port(), name);
        Path folder = directory.subfolder(name);
        Path secretFile = folder.resolve("password");
        String password = Secret.of(secretFile);
        PostgresCluster cluster =
                new PostgresCluster(
                        PostgresBinaries.in(binaries(directory, settings)),
                        folder.resolve("data"),
                        LogFiles.rotated(directory.logs().resolve(name + ".log")));
        cluster.createIfAbsent(USER, secretFile);
        directory.children().remember(name, cluster.start(port, settings.durable()));
        PostgresServer server = new PostgresServer(directory, name, port, password, cluster);
        server.requireOwnAnswer();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        listener.on(
                new PartEvent(
                        name,
                        PartEvent.Status.READY,
                        "127.0.0.1:%d after %d ms".formatted(port, took.toMillis())));
        return server;
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

    /** Process id of the server. */
    public long pid() {
        return cluster.postmaster().pid();
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
        cluster.stop();
        directory.children().forget(name);
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
        try (Connection connection = connect("postgres")) {
            if (!connection.isValid(5)) {
                throw new IllegalStateException(name + " doesn't answer on port " + port);
            }
        } catch (SQLException e) {
            close();
            throw new IllegalStateException(
                    "%s doesn't answer on port %d".formatted(name, port), e);
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
