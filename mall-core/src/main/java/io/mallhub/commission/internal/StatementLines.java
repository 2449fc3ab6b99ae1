package io.mallhub.commission.internal;

import io.mallhub.commission.StatementView.Approval;
import io.mallhub.commission.StatementView.Dispute;
import io.mallhub.commission.StatementView.Line;
import io.mallhub.commission.StatementView.LineState;
import io.mallhub.commission.StatementView.Step;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on statements: entries, what is held of them, what was said and decided. */
@Component
class StatementLines {
    /** Earned before the month's end and on no statement now; payments are not earned. */
    private static final String WAITING =
            """
            FROM commission_entry e WHERE e.kind <> 'PAID' AND e.at < :until
                AND NOT EXISTS (SELECT FROM commission_statement_line l
                    WHERE l.entry = e.sequence AND l.state <> 'CARRIED')
            """;

    private final JdbcClient jdbc;

    StatementLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> beneficiariesWaiting(Instant until) {
        return jdbc.sql("SELECT DISTINCT e.beneficiary " + WAITING + " ORDER BY e.beneficiary")
                .param("until", Instants.parameter(until))
                .query(String.class)
                .list();
    }

    void collect(String statement, String beneficiary, Instant until) {
        jdbc.sql(
                        "INSERT INTO commission_statement_line"
                                + " (statement, entry, state, cleared, cleared_by)"
                                + " SELECT :statement, e.sequence, 'OPEN', EXISTS (SELECT"
                                + " FROM commission_statement_line c"
                                + " WHERE c.entry = e.sequence AND c.cleared),"
                                + " (SELECT max(c.cleared_by) FROM commission_statement_line c"
                                + " WHERE c.entry = e.sequence) "
                                + WAITING
                                + " AND e.beneficiary = :beneficiary")
                .param("statement", statement)
                .param("beneficiary", beneficiary)
                .param("until", Instants.parameter(until))
                .update();
    }

    List<Line> of(String statement) {
        return jdbc.sql(
                        CommissionEntries.COLUMNS.replace(
                                        "e.reason\n", "e.reason, l.state AS line_state, l.note\n")
                                + "JOIN commission_statement_line l ON l.entry = e.sequence"
                                + " WHERE l.statement = ? ORDER BY e.sequence")
                .param(statement)
                .query(
                        (row, number) ->
                                new Line(
                                        CommissionEntries.entry(row, number),
                                        LineState.valueOf(row.getString("line_state")),
                                        row.getString("note")))
                .list();
    }

    Money open(String statement) {
        return new Money(
                jdbc.sql(
                                """
                                SELECT coalesce(sum(e.amount), 0) FROM commission_statement_line l
                                JOIN commission_entry e ON e.sequence = l.entry
                                WHERE l.statement = ? AND l.state = 'OPEN'
                                """)
                        .param(statement)
                        .query(BigDecimal.class)
                        .single());
    }

    /** Lines of these customers that count and that nobody has cleared. */
    int holdAsLinked(String statement, UUID customer, String note) {
        return jdbc.sql(
                        """
                        UPDATE commission_statement_line l SET state = 'LINKED', note = ?
                        FROM commission_entry e
                        WHERE e.sequence = l.entry AND l.statement = ? AND l.state = 'OPEN'
                            AND NOT l.cleared AND e.customer_id = ?
                        """)
                .params(note, statement, customer)
                .update();
    }

    boolean counts(String statement, UUID customer) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM commission_statement_line l
                            JOIN commission_entry e ON e.sequence = l.entry
                            WHERE l.statement = ? AND e.customer_id = ? AND l.state = 'OPEN'
                                AND NOT l.cleared)
                        """)
                .params(statement, customer)
                .query(Boolean.class)
                .single();
    }

    void clearLinks(String statement, String state, String by) {
        jdbc.sql(
                        """
                        UPDATE commission_statement_line
                        SET state = ?, cleared = true, cleared_by = ?
                        WHERE statement = ? AND state = 'LINKED'
                        """)
                .params(state, by, statement)
                .update();
    }

    /** Logins of those who cleared a link of one of its lines, here or on an earlier statement. */
    List<String> clearers(String statement) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT cleared_by FROM commission_statement_line
                        WHERE statement = ? AND cleared_by IS NOT NULL
                        """)
                .param(statement)
                .query(String.class)
                .list();
    }

    /** Earlier statements on which a link of one of its lines was cleared. */
    List<String> clearedBefore(String statement) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT c.statement FROM commission_statement_line l
                        JOIN commission_statement_line c
                            ON c.entry = l.entry AND c.statement <> l.statement
                        WHERE l.statement = ? AND l.cleared_by IS NOT NULL
                            AND c.cleared_by IS NOT NULL
                        """)
                .param(statement)
                .query(String.class)
                .list();
    }

    /** Logins of those who put a line of it right, on whichever statement it was disputed. */
    List<String> resolvers(String statement) {
        return jdbc.sql("SELECT DISTINCT person FROM commission_put_right WHERE statement = ?")
                .param(statement)
                .query(String.class)
                .list();
    }

    /** Statements on which a line of it was disputed and put right. */
    List<String> putRightOn(String statement) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT disputed_on FROM commission_put_right WHERE statement = ?
                        """)
                .param(statement)
                .query(String.class)
                .list();
    }

    /** From one of the states to another; returns how many were. */
    int move(String statement, @Nullable Long entry, LineState from, LineState to) {
        return jdbc.sql(
                        """
                        UPDATE commission_statement_line SET state = :to
                        WHERE statement = :statement AND state = :from
                            AND (:entry::bigint IS NULL OR entry = :entry)
                        """)
                .param("to", to.name())
                .param("from", from.name())
                .param("statement", statement)
                .param("entry", entry)
                .update();
    }

    long dispute(String statement, long entry, String words, String by, String name, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO commission_dispute
                            (statement, entry, words, by_id, by_name, at)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(statement, entry, words, by, name, Instants.parameter(now))
                .query(Long.class)
                .single();
    }

    void resolve(long dispute, boolean upheld, String answer, String by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE commission_dispute SET upheld = ?, answer = ?, resolved_by = ?,
                            resolved_at = ? WHERE id = ?
                        """)
                .params(upheld, answer, by, Instants.parameter(now), dispute)
                .update();
    }

    /** The statement of a dispute, and who disputes. */
    String statementOf(long dispute) {
        return jdbc.sql("SELECT statement FROM commission_dispute WHERE id = ?")
                .param(dispute)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No dispute " + dispute));
    }

    List<Dispute> disputes(String statement) {
        return jdbc.sql("SELECT * FROM commission_dispute WHERE statement = ? ORDER BY id")
                .param(statement)
                .query(
                        (row, number) ->
                                new Dispute(
                                        row.getLong("id"),
                                        row.getLong("entry"),
                                        row.getString("words"),
                                        row.getString("by_name"),
                                        Instants.sure(row, "at"),
                                        row.getObject("upheld", Boolean.class),
                                        row.getString("answer"),
                                        row.getString("resolved_by"),
                                        Instants.read(row, "resolved_at")))
                .list();
    }

    void decide(
            String statement,
            Step step,
            boolean approved,
            String by,
            String name,
            String reason,
            Instant now) {
        jdbc.sql("INSERT INTO commission_approval VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(statement, step.name(), approved, by, name, Instants.parameter(now), reason)
                .update();
    }

    /** Logins by step. */
    Map<Step, String> deciders(String statement) {
        var deciders = new EnumMap<Step, String>(Step.class);
        jdbc.sql("SELECT step, by_id FROM commission_approval WHERE statement = ?")
                .param(statement)
                .query(
                        row -> {
                            deciders.put(Step.valueOf(row.getString(1)), row.getString(2));
                        });
        return deciders;
    }

    List<Approval> approvals(String statement) {
        return jdbc.sql("SELECT * FROM commission_approval WHERE statement = ? ORDER BY at, step")
                .param(statement)
                .query(
                        (row, number) ->
                                new Approval(
                                        Step.valueOf(row.getString("step")),
                                        row.getBoolean("approved"),
                                        row.getString("by_name"),
                                        Instants.sure(row, "at"),
                                        row.getString("reason")))
                .list();
    }
}
