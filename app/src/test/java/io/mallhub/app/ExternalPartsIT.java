package io.mallhub.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.runtime.BrokerExporter;
import io.mallhub.runtime.PostgresServer;
import io.mallhub.runtime.fixture.TestBroker;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.story.RunningMall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged hub on a PostgreSQL and a broker that are not its own, called as README ("Run it for
 * real"), docs/settings.md and docs/process-exporter.md say.
 */
@Tag("slow")
class ExternalPartsIT {
    private static final Path JAR = Path.of("target", "mallhub.jar");
    private static final Path EXPORTER = Path.of("..", ".runtime/exporter/process-exporter.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String OWNER_PASSWORD = "of-the-owner-of-the-database";
    private static final String EXPORTER_PASSWORD = "of-the-exporter";
    private static final String ADMIN_PASSWORD = "chosen-by-the-installation";
    private static final String URL = TestPostgres.server().jdbcUrl("mall");

    @TempDir static Path folder;
    private static TestBroker broker;

    @BeforeAll
    static void start() throws SQLException {
        superuser("postgres", "CREATE ROLE mall LOGIN PASSWORD '" + OWNER_PASSWORD + "'");
        superuser("postgres", "CREATE DATABASE mall OWNER mall");
        superuser("mall", "CREATE ROLE engine_exporter LOGIN PASSWORD '" + EXPORTER_PASSWORD + "'");
        broker =
                TestBroker.start(
                        new BrokerExporter(
                                "postgres",
                                "io.mallhub.exporter.ProcessExporter",
                                EXPORTER,
                                Map.of(
                                        "url", URL,
                                        "user", "engine_exporter",
                                        "password", EXPORTER_PASSWORD,
                                        "businessNumberVariables", "orderNumber,applicationNumber",
                                        "subjectVariables", "customerName")));
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void theHubRunsOnThemByConfigurationAlone() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), ADMIN_PASSWORD + "\n");
        try (RunningMall mall =
                launch(
                        OWNER_PASSWORD,
                        "--mallhub.first-admin.login=root",
                        "--mallhub.first-admin.password-file=" + password)) {
            mall.awaitReady();

            grantToTheExporter();

            assertThat(mall.descendants()).as("embedded parts").isEmpty();
            assertThat(strings("SELECT login FROM account")).containsExactly("root");
            SignInForm console = new SignInForm(mall.console());
            assertThat(console.signIn("admin", "mallhub-demo")).contains("?refused");
            assertThat(console.signIn("root", ADMIN_PASSWORD)).endsWith("/console");
            assertThat(console.status("/console/staff")).isEqualTo(200);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    strings(
                                                            "SELECT process_id FROM"
                                                                    + " engine.process_definition"))
                                            .contains("customer-registration", "order-approval"));
        }

        // A second start needs no first administrator, and makes none.
        Path other = Files.writeString(folder.resolve("other"), "chosen-by-somebody-else");
        try (RunningMall again =
                launch(
                        OWNER_PASSWORD,
                        "--mallhub.first-admin.login=other",
                        "--mallhub.first-admin.password-file=" + other)) {
            again.awaitReady();
            assertThat(strings("SELECT login FROM account")).containsExactly("root");
        }
    }

    @Test
    void aDatabaseThatRefusesTheHubIsToldWithoutAStackTrace() {
        RunningMall refused = launch("wrong-password");

        assertThat(refused.awaitEnd(PATIENCE)).isEqualTo(1);
        assertThat(refused.output())
                .contains("PostgreSQL did not let the hub in")
                .contains("Check spring.datasource.url, .username and .password")
                .doesNotContain("\tat ")
                .doesNotContain("wrong-password");
    }

    private static RunningMall launch(String databasePassword, String... more) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--spring.datasource.url=" + URL,
                                "--spring.datasource.username=mall",
                                "--spring.datasource.password=" + databasePassword,
                                "--mallhub.zeebe.gateway=" + broker.gatewayAddress(),
                                "--mallhub.zeebe.rest=" + broker.restAddress(),
                                "--mallhub.secrets-key=" + key(),
                                "--mallhub.audit.key=" + "0123456789abcdef".repeat(4)));
        options.addAll(List.of(more));
        return RunningMall.launchJar(JAR, folder, options.toArray(String[]::new));
    }

    private static String key() {
        return Base64.getEncoder()
                .encodeToString(
                        "32 bytes, made for this test....".getBytes(StandardCharsets.UTF_8));
    }

    private static void grantToTheExporter() throws SQLException {
        superuser("mall", "GRANT USAGE ON SCHEMA engine TO engine_exporter");
        superuser(
                "mall",
                "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA engine TO engine_exporter");
    }

    private static void superuser(String database, String sql) throws SQLException {
        try (Connection connection = TestPostgres.server().connect(database)) {
            connection.createStatement().execute(sql);
        }
    }

    private static List<String> strings(String sql) throws SQLException {
        PostgresServer server = TestPostgres.server();
        try (Connection connection =
                        DriverManager.getConnection(URL, server.user(), server.password());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            Stream.Builder<String> found = Stream.builder();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.build().toList();
        }
    }
}
