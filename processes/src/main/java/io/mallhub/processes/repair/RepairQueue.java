package io.mallhub.processes.repair;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Items to be worked off, shared by all nodes. The transaction that gives an item out writes its
 * line in the audit log: nothing reaches the engine without one.
 */
@Component
class RepairQueue {
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    RepairQueue(JdbcClient jdbc, AuditLog audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes the oldest due items; nobody else gets them before the lease ends.
     *
     * @param batch only of this one; null: of any
     */
    List<LeasedItem> lease(@Nullable Long batch, int limit, Duration lease) {
        return transaction.execute(
                status -> {
                    List<LeasedItem> taken = take(batch, limit, lease);
                    taken.stream().filter(item -> item.attempts() == 1).forEach(this::record);
                    return taken;
                });
    }

    private List<LeasedItem> take(@Nullable Long batch, int limit, Duration lease) {
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT id FROM repair_item
                            WHERE state IN ('WAITING', 'RUNNING') AND due_at <= clock_timestamp()
                                AND batch_id = coalesce(:batch, batch_id)
                            ORDER BY due_at, id LIMIT :limit FOR UPDATE SKIP LOCKED),
                        taken AS (
                            UPDATE repair_item i SET state = 'RUNNING', attempts = attempts + 1,
                                due_at = clock_timestamp() + :lease * interval '1 millisecond'
                            FROM due WHERE i.id = due.id RETURNING i.*)
                        SELECT t.id, t.batch_id, t.instance_key, t.targets, t.attempts, b.kind,
                            b.repair::text AS repair, b.reason, b.staff_login, b.staff_name
                        FROM taken t JOIN repair_batch b ON b.id = t.batch_id ORDER BY t.id
                        """)
                .param("batch", batch, java.sql.Types.BIGINT)
                .param("limit", limit)
                .param("lease", lease.toMillis())
                .query((row, n) -> item(row))
                .list();
    }

    /** Does nothing when the lease was lost meanwhile: whoever has it now says how it ended. */
    void end(LeasedItem item, boolean done, String outcome) {
        jdbc.sql(
                        """
                        UPDATE repair_item SET state = ?, outcome = ?, done_at = clock_timestamp()
                        WHERE id = ? AND state = 'RUNNING' AND attempts = ?
                        """)
                .params(done ? "DONE" : "FAILED", outcome, item.id(), item.attempts())
                .update();
    }

    void tryAgain(LeasedItem item, Duration after, String outcome) {
        jdbc.sql(
                        """
                        UPDATE repair_item SET outcome = ?,
                            due_at = clock_timestamp() + ? * interval '1 millisecond'
                        WHERE id = ? AND state = 'RUNNING' AND attempts = ?
                        """)
                .params(outcome, after.toMillis(), item.id(), item.attempts())
                .update();
    }

    private void record(LeasedItem item) {
        RepairKind kind = RepairKind.of(item.repair());
        audit.record(
                new AuditEntry(
                        Actor.staff(item.login(), item.name()),
                        kind.auditAction,
                        "process-instance",
                        Long.toString(item.instance()),
                        item.reason(),
                        Map.of(
                                "batch",
                                Long.toString(item.batch()),
                                "repair",
                                RepairJson.write(item.repair()))));
    }

    private static LeasedItem item(ResultSet row) throws SQLException {
        return new LeasedItem(
                row.getLong("id"),
                row.getLong("batch_id"),
                row.getLong("instance_key"),
                List.of((Long[]) row.getArray("targets").getArray()),
                RepairJson.read(row.getString("kind"), row.getString("repair")),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getString("staff_login"),
                row.getString("staff_name"));
    }
}
