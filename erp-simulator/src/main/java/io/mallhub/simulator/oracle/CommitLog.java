package io.mallhub.simulator.oracle;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Operation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What interfaces changed for good. */
@Component
public class CommitLog {

    private final JdbcClient jdbc;
    private final Now now;

    CommitLog(JdbcClient jdbc, Now now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    /** Notes a change in the transaction that makes it: both are there or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Operation operation, String reference, String number) {
        jdbc.sql("INSERT INTO t_commit_log (operation, reference, number, at) VALUES (?, ?, ?, ?)")
                .params(operation.name(), reference, number, now.forSql())
                .update();
    }

    /** Oldest first; null means any. */
    public List<Commit> commits(@Nullable Operation operation, @Nullable String reference) {
        return jdbc.sql(
                        """
                        SELECT id, operation, reference, number, at FROM t_commit_log
                        WHERE (:operation::text IS NULL OR operation = :operation) AND (:reference::text IS NULL OR reference = :reference)
                        ORDER BY id
                        """)
                .param("operation", operation == null ? null : operation.name())
                .param("reference", reference)
                .query(
                        (row, n) ->
                                new Commit(
                                        row.getLong(1),
                                        Operation.valueOf(row.getString(2)),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Commits per client reference. */
    public Map<String, Long> counts(Operation operation) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("SELECT reference, count(*) FROM t_commit_log WHERE operation = ? GROUP BY 1")
                .param(operation.name())
                .query(
                        row -> {
                            counts.put(row.getString(1), row.getLong(2));
                        });
        return counts;
    }

    public void forget() {
        jdbc.sql("TRUNCATE t_commit_log RESTART IDENTITY").update();
    }
}
