package io.mallhub.processes.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alerts and their deliveries as they are kept. */
@Component
class AlertBook {
    private static final int ONLY_ONE_NODE = 1_702_063_972;
    private final JdbcClient jdbc;

    AlertBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Delivery(
            long id,
            String channel,
            String target,
            int attempts,
            String rule,
            String subject,
            List<String> details) {}

    /** Until the caller's transaction ends; false: another node is looking. */
    boolean mine() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(ONLY_ONE_NODE)
                .query(Boolean.class)
                .single();
    }

    /** True when it is new. */
    boolean raise(Finding finding, List<String> emails, List<String> webhooks) {
        List<Long> raised =
                jdbc.sql(
                                """
                                INSERT INTO operator_alert (rule, subject, details)
                                VALUES (:rule, :subject, string_to_array(:details, E'\\x1f'))
                                ON CONFLICT (rule, subject) WHERE cleared_at IS NULL DO NOTHING
                                RETURNING id
                                """)
                        .param("rule", finding.rule())
                        .param("subject", finding.subject())
                        .param("details", String.join("\u001f", finding.details()))
                        .query(Long.class)
                        .list();
        for (long alert : raised) {
            emails.forEach(target -> deliver(alert, "EMAIL", target));
            webhooks.forEach(target -> deliver(alert, "WEBHOOK", target));
        }
        return !raised.isEmpty();
    }

    void clearAllBut(List<Finding> findings) {
        Map<String, List<String>> lasting =
                findings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Finding::rule,
                                        Collectors.mapping(Finding::subject, Collectors.toList())));
        for (String rule : Finding.RULES) {
            List<String> subjects = new ArrayList<>(lasting.getOrDefault(rule, List.of()));
            subjects.add(""); // a list of SQL is never empty
            jdbc.sql(
                            """
                            UPDATE operator_alert SET cleared_at = clock_timestamp()
                            WHERE cleared_at IS NULL AND rule = :rule AND subject NOT IN (:subjects)
                            """)
                    .param("rule", rule)
                    .param("subjects", subjects)
                    .update();
        }
    }

    List<Delivery> lease(int most, Duration lease) {
        return jdbc.sql(
                        """
                        WITH due AS (SELECT id FROM alert_delivery
                            WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= clock_timestamp()
                            ORDER BY due_at, id LIMIT :most FOR UPDATE SKIP LOCKED),
                        taken AS (UPDATE alert_delivery d SET attempts = attempts + 1,
                                due_at = clock_timestamp() + :lease * interval '1 millisecond'
                            FROM due WHERE d.id = due.id RETURNING d.*)
                        SELECT t.id, t.channel, t.target, t.attempts, a.rule, a.subject, a.details
                        FROM taken t JOIN operator_alert a ON a.id = t.alert_id ORDER BY t.id
                        """)
                .param("most", most)
                .param("lease", lease.toMillis())
                .query((row, n) -> delivery(row))
                .list();
    }

    void sent(Delivery delivery) {
        jdbc.sql(
                        "UPDATE alert_delivery SET sent_at = clock_timestamp(), last_error = NULL WHERE id = ?")
                .param(delivery.id())
                .update();
    }

    /**
     * @param again whether and when to try again: zero gives up
     */
    void failed(Delivery delivery, Duration again, String error) {
        jdbc.sql(
                        """
                        UPDATE alert_delivery SET last_error = :error,
                            due_at = clock_timestamp() + :again * interval '1 millisecond',
                            failed_at = CASE WHEN :again = 0 THEN clock_timestamp() END
                        WHERE id = :id
                        """)
                .param("error", error)
                .param("again", again.toMillis())
                .param("id", delivery.id())
                .update();
    }

    private void deliver(long alert, String channel, String target) {
        jdbc.sql("INSERT INTO alert_delivery (alert_id, channel, target) VALUES (?, ?, ?)")
                .params(alert, channel, target)
                .update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("target"),
                row.getInt("attempts"),
                row.getString("rule"),
                row.getString("subject"),
                List.of((String[]) row.getArray("details").getArray()));
    }
}
