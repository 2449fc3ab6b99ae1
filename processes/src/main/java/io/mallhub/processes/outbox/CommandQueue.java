package io.mallhub.processes.outbox;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The outbox as seen by the dispatchers of all nodes. Times are the database's, so that the clocks
 * of the nodes don't matter.
 */
@Component
class CommandQueue {
    private final JdbcClient jdbc;

    CommandQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the oldest due commands. Nobody else gets them before the lease ends. */
    List<LeasedCommand> lease(int limit, Duration lease) {
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT id FROM engine_command
                            WHERE done_at IS NULL AND due_at <= clock_timestamp()
                            ORDER BY due_at, id LIMIT :limit FOR UPDATE SKIP LOCKED),
                        leased AS (
                            UPDATE engine_command c
                            SET due_at = clock_timestamp() + :lease * interval '1 millisecond',
                                attempts = attempts + 1
                            FROM due WHERE c.id = due.id
                            RETURNING c.*)
                        SELECT id, command_key AS key, message, correlation_key,
                            variables::text AS variables, time_to_live, attempts
                        FROM leased ORDER BY id
                        """)
                .param("limit", limit)
                .param("lease", lease.toMillis())
                .query(LeasedCommand.class)
                .list();
    }

    void done(List<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            UPDATE engine_command
                            SET done_at = clock_timestamp(), last_error = NULL WHERE id IN (:ids)
                            """)
                    .param("ids", ids)
                    .update();
        }
    }

    void tryAgain(List<Long> ids, Duration after, String error) {
        jdbc.sql(
                        """
                        UPDATE engine_command
                        SET due_at = clock_timestamp() + :after * interval '1 millisecond',
                            last_error = :error
                        WHERE id IN (:ids)
                        """)
                .param("after", after.toMillis())
                .param("error", error)
                .param("ids", ids)
                .update();
    }
}
