package io.mallhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final String BUSY_FOR_SECONDS =
            "SELECT count(*) FROM generate_series(1, 10000000) AS busy";
    private static final String BUSY_SESSIONS =
            "SELECT count(*)::int FROM pg_stat_activity WHERE query LIKE '%AS busy' AND state ="
                    + " 'active' AND pid <> pg_backend_pid()";

    private final PostgresSettings settings = PostgresSettings.standard().forTests();
    @TempDir Path temporary;
    private DataDirectory directory;

    @BeforeEach
    void open() {
        directory = DataDirectory.open(temporary.resolve("data"), Clock.systemUTC());
    }

    @AfterEach
    void delete() {
        directory.delete();
    }

    @Test
    void dataSurvivesARestartOnAnotherPort() throws Exception {
        try (PostgresServer first = start(settings)) {
            first.createDatabase("mall");
            first.createDatabase("mall");
            execute(first, "CREATE TABLE orders AS SELECT 42 AS id");
        }

        try (PostgresServer second = start(settings)) {
            assertThat(number(second, "SELECT id FROM orders")).isEqualTo(42);
        }
    }

    @Test
    void aKilledServerComesBackOnItsPortWithWhatWasCommitted() throws Exception {
        List<PartEvent.Status> events = new CopyOnWriteArrayList<>();
        try (PostgresServer server =
                PostgresServer.start(directory, settings, event -> events.add(event.status()))) {
            server.createDatabase("mall");
            execute(server, "CREATE TABLE orders AS SELECT 42 AS id");
            ProcessHandle killed = ProcessHandle.of(server.pid()).orElseThrow();
            int port = server.port();

            try (Connection open = server.connect("mall")) {
                killed.destroyForcibly();
                killed.onExit().get();
                assertThatThrownBy(() -> open.createStatement().execute("SELECT 1"))
                        .as("a session of the killed server")
                        .isInstanceOf(SQLException.class);
            }

            Waiting.until(() -> number(server, "SELECT id FROM orders") == 42);
            assertThat(server.port()).isEqualTo(port);
            Waiting.until(() -> events.getLast() == PartEvent.Status.READY);
            assertThat(events)
                    .startsWith(
                            PartEvent.Status.STARTING,
                            PartEvent.Status.READY,
                            PartEvent.Status.DIED,
                            PartEvent.Status.RESTARTING);
            assertThat(server.pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void aServerThatIsBusyWhenKilledIsNeverServedTwice() throws Exception {
        try (PostgresServer server = start(settings)) {
            server.createDatabase("mall");
            execute(server, "CREATE TABLE orders (id int)");
            ProcessHandle killed = ProcessHandle.of(server.pid()).orElseThrow();

            // Whether a session of the killed server still gets its answer is not promised.
            CompletableFuture<?> session =
                    CompletableFuture.runAsync(() -> executeUnchecked(server, BUSY_FOR_SECONDS));
            Waiting.until(() -> number(server, BUSY_SESSIONS) == 1);
            killed.destroyForcibly();

            Waiting.until(() -> number(server, "SELECT count(*)::int FROM orders") == 0);
            assertThat(number(server, BUSY_SESSIONS)).isZero();
            session.handle((done, cutOff) -> true).join();
        }
    }

    @Test
    void aClosedServerStaysClosed() {
        PostgresServer server = start(settings);
        ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();

        server.close();
        server.close();

        assertThat(postmaster.isAlive()).isFalse();
        assertThatThrownBy(() -> connect(server, server.password()))
                .isInstanceOf(SQLException.class);
        assertThat(directory.path().resolve("children")).isEmptyDirectory();
    }

    @Test
    void onlyTheRandomPasswordOpensIt() throws Exception {
        try (PostgresServer server = start(settings)) {
            Path file = directory.path().resolve("postgres/password");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(server.password()).hasSize(32);
            assertThatThrownBy(() -> connect(server, "mallhub")).hasMessageContaining("password");
            assertThatThrownBy(() -> connect(server, "")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aTakenPortIsToldClearly() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> start(settings.onPort(port)))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("postgres");
        }
    }

    @Test
    void aNameThatIsNotADatabaseNameIsRefused() {
        try (PostgresServer server = start(settings)) {
            assertThatThrownBy(() -> server.createDatabase("x; DROP TABLE orders"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDurableServerForcesItsWritesToDisk() throws Exception {
        try (PostgresServer server = start(PostgresSettings.standard());
                Connection connection = server.connect("postgres");
                var answer =
                        connection
                                .createStatement()
                                .executeQuery("SELECT current_setting('fsync')")) {
            answer.next();
            assertThat(answer.getString(1)).isEqualTo("on");
        }
    }

    private PostgresServer start(PostgresSettings chosen) {
        return PostgresServer.start(directory, chosen, PartListener.none());
    }

    private static Connection connect(PostgresServer server, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), password);
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.connect("mall")) {
            connection.createStatement().execute(sql);
        }
    }

    private static void executeUnchecked(PostgresServer server, String sql) {
        try {
            execute(server, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.connect("mall");
                var answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
