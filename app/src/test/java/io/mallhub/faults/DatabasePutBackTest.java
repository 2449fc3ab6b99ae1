package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.PostgresServer;
import io.mallhub.runtime.PostgresSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mall's database goes back to a copy; the ERP, the engine and the buyers do not. */
@Tag("slow")
class DatabasePutBackTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final List<String> FLOWS_OUT =
            List.of(
                    "erp-order-out",
                    "erp-customer-out",
                    "erp-customer-change-out",
                    "erp-product-out");

    @Test
    void nothingGoesOutUntilBothSidesAreComparedAndThenNothingTwice() throws Exception {
        OrdersUnderFire kept = orders("kept");
        kept.order(mall().storefront(), 4);
        kept.drained(erp);
        betweenRuns("CREATE DATABASE mallhub_copy TEMPLATE mallhub");
        start();
        OrdersUnderFire lost = orders("lost-hour");
        lost.order(mall().storefront(), 4);
        lost.drained(erp);

        betweenRuns("DROP DATABASE mallhub", "ALTER DATABASE mallhub_copy RENAME TO mallhub");
        start("--mallhub.restored=a copy");
        OrdersUnderFire after = orders("after");
        after.order(mall().storefront(), 4);

        assertThat(after.acknowledged())
                .hasSize(4)
                .doesNotContainAnyElementsOf(lost.acknowledged());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(hub.unknownToTheMall())
                                        .containsExactlyElementsOf(
                                                new TreeSet<>(lost.acknowledged())));
        assertThat(erp.committedOrders().keySet())
                .as("nothing has gone out before somebody has compared")
                .doesNotContainAnyElementsOf(after.acknowledged());

        resume();
        Verdict verdict = after.drained(erp);
        TreeSet<String> all = new TreeSet<>(kept.acknowledged());
        all.addAll(lost.acknowledged());
        all.addAll(after.acknowledged());
        Map<String, Long> committed = erp.committedOrders();
        assertThat(committed.keySet()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(committed.values()).containsOnly(1L);
        System.out.printf(
                "fault row 44: kept %d, of the lost hour %d, after %d, committed %d, twice 0%n",
                kept.acknowledged().size(),
                lost.acknowledged().size(),
                verdict.acknowledged(),
                committed.size());
    }

    /** The hub ends, and its PostgreSQL alone does this. */
    private static void betweenRuns(String... statements) throws SQLException {
        mall().close();
        try (DataDirectory data = DataDirectory.open(data(), Clock.systemUTC());
                PostgresServer postgres =
                        PostgresServer.start(data, PostgresSettings.standard(), event -> {});
                Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void resume() {
        String connection = Protocol.ofThisRun().page();
        Clerk integration = Clerk.signIn(mall().console(), "integration", "mallhub-demo");
        for (String flow : FLOWS_OUT) {
            integration.submit(
                    connection, connection + "/flows/" + flow + "/resume", Map.of("reason", ""));
        }
    }
}
