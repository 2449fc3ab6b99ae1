package io.mallhub.notification.internal;

import io.mallhub.notification.Deliveries;
import io.mallhub.notification.Delivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Times are the database's, so that the clocks of the nodes don't matter. */
@Service
class QueuedDeliveries implements Deliveries {
    private final JdbcClient jdbc;
    private final NoticeTexts texts;
    private final ValuesText values;
    private final NoticeSettings settings;

    QueuedDeliveries(
            JdbcClient jdbc, NoticeTexts texts, ValuesText values, NoticeSettings settings) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.values = values;
        this.settings = settings;
    }

    @Override
    @Transactional
    public List<Delivery> lease(Set<String> channels, int limit, Duration lease) {
        if (channels.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT id FROM notice_delivery
                            WHERE state = 'WAITING' AND channel IN (:channels)
                                AND due_at <= clock_timestamp()
                            ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED),
                        leased AS (
                            UPDATE notice_delivery d
                            SET due_at = clock_timestamp() + :lease * interval '1 millisecond',
                                attempts = attempts + 1
                            FROM due WHERE d.id = due.id
                            RETURNING d.*)
                        SELECT l.id, l.channel, l.address, l.attempts, n.template, n.link,
                            n.notice_values
                        FROM leased l JOIN notice n ON n.id = l.notice ORDER BY l.id
                        """)
                .param("channels", channels)
                .param("limit", limit)
                .param("lease", lease.toMillis())
                .query(this::delivery)
                .list();
    }

    private Delivery delivery(ResultSet row, int number) throws SQLException {
        String template = row.getString("template");
        Map<String, String> filled = values.read(row.getString("notice_values"));
        return new Delivery(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("address"),
                template,
                filled,
                texts.title(template, filled, settings.language()),
                texts.text(template, filled, settings.language()),
                row.getString("link"),
                row.getInt("attempts"));
    }

    @Override
    @Transactional
    public void sent(long id) {
        jdbc.sql(
                        """
                        UPDATE notice_delivery
                        SET state = 'SENT', sent_at = clock_timestamp(), last_error = NULL
                        WHERE id = ?
                        """)
                .param(id)
                .update();
    }

    @Override
    @Transactional
    public void later(long id, Duration wait, String error) {
        jdbc.sql(
                        """
                        UPDATE notice_delivery
                        SET due_at = clock_timestamp() + :wait * interval '1 millisecond',
                            last_error = :error
                        WHERE id = :id
                        """)
                .param("wait", wait.toMillis())
                .param("error", error)
                .param("id", id)
                .update();
    }

    @Override
    @Transactional
    public void giveUp(long id, String error) {
        jdbc.sql("UPDATE notice_delivery SET state = 'GIVEN_UP', last_error = ? WHERE id = ?")
                .params(error, id)
                .update();
    }
}
