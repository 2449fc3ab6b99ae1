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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

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
    void dataSurvivesTheKillOfTheServer() throws Exception {
        PostgresServer killed = start(settings);
        killed.createDatabase("mall");
        execute(killed, "CREATE TABLE orders AS SELECT 42 AS id");
        ProcessHandle postmaster = ProcessHandle.of(killed.pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
        directory.close();

        directory = DataDirectory.open(temporary.resolve("data"), Clock.systemUTC());
        try (PostgresServer next = start(settings)) {
            assertThat(number(next, "SELECT id FROM orders")).isEqualTo(42);
        }
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

    private static int number(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.connect("mall");
                var answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
