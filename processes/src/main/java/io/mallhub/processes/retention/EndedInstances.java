package io.mallhub.processes.retention;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes ended instances with all that belongs to them, a bounded number per transaction. Deleting
 * locks no reader; an instance that another node is removing is passed over.
 */
@Component
class EndedInstances {
    private static final List<String> PARTS =
            List.of(
                    "element_instance",
                    "sequence_flow",
                    "variable",
                    "variable_change",
                    "job",
                    "incident",
                    "user_task",
                    "waiting",
                    "message_correlation",
                    "operation");
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EndedInstances(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @return how many were removed: fewer than {@code most} when none is left
     */
    int remove(Instant endedBefore, int most) {
        Integer removed =
                transaction.execute(
                        status -> {
                            List<Long> keys = due(endedBefore, most);
                            if (!keys.isEmpty()) {
                                PARTS.forEach(table -> delete(table, "process_instance_key", keys));
                                delete("process_instance", "key", keys);
                            }
                            return keys.size();
                        });
        return removed == null ? 0 : removed;
    }

    /** Messages that the engine forgot and that nothing kept shows any more. */
    int removeMessages(Instant expiredBefore, int most) {
        return jdbc.sql(
                        """
                        DELETE FROM engine.message WHERE key IN (
                            SELECT key FROM engine.message
                            WHERE state = 'EXPIRED' AND expired_at < ?::timestamptz
                            ORDER BY expired_at LIMIT ? FOR UPDATE SKIP LOCKED)
                        """)
                .params(expiredBefore.toString(), most)
                .update();
    }

    /** A part of a larger instance stays as long as that runs. */
    private List<Long> due(Instant endedBefore, int most) {
        return jdbc.sql(
                        """
                        SELECT i.key FROM engine.process_instance i
                        WHERE i.ended_at < ?::timestamptz AND i.state <> 'ACTIVE'
                            AND NOT EXISTS (SELECT FROM engine.process_instance p
                                WHERE p.key = i.parent_instance_key AND p.state = 'ACTIVE')
                        ORDER BY i.ended_at LIMIT ? FOR UPDATE OF i SKIP LOCKED
                        """)
                .params(endedBefore.toString(), most)
                .query(Long.class)
                .list();
    }

    private void delete(String table, String column, List<Long> keys) {
        jdbc.sql("DELETE FROM engine." + table + " WHERE " + column + " IN (:keys)")
                .param("keys", keys)
                .update();
    }
}
