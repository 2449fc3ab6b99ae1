package io.mallhub.conflict.internal;

import io.mallhub.conflict.ConflictView;
import io.mallhub.conflict.ConflictView.State;
import io.mallhub.conflict.Disagreement;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.Side;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conflicts as rows, a page of subjects at a time. */
@Component
class ConflictRows {
    /** The last word between the same two values was: the mall's. */
    private static final String KEPT =
            """
            SELECT t.subject
            FROM unnest(:subjects::text[], :malls::text[], :erps::text[])
                AS t (subject, mall_value, erp_value)
            CROSS JOIN LATERAL (
                SELECT c.mall_value, c.erp_value, c.chosen FROM field_conflict c
                WHERE c.connection = :connection AND c.field = :field AND c.subject = t.subject
                  AND c.state IN ('DECIDED', 'APPLIED')
                ORDER BY c.decided_at DESC LIMIT 1) last
            WHERE last.chosen = 'MALL' AND last.mall_value = t.mall_value
              AND last.erp_value = t.erp_value
            """;

    /** Only what is new gets a fresh number back: {@code xmax} is 0 for inserted rows. */
    private static final String OPEN =
            """
            INSERT INTO field_conflict AS c (number, connection, field, subject, title, mall_value,
                erp_value, state, found_at, last_seen)
            SELECT :prefix || lpad(nextval('conflict_number')::text, 4, '0'), :connection, :field,
                subject, title, mall_value, erp_value, 'OPEN', :now, :now
            FROM (SELECT * FROM unnest(:subjects::text[], :titles::text[], :malls::text[],
                    :erps::text[]) AS t (subject, title, mall_value, erp_value)
                  ORDER BY subject) AS t
            ON CONFLICT (connection, field, subject) WHERE state = 'OPEN' DO UPDATE
                SET title = excluded.title, mall_value = excluded.mall_value,
                    erp_value = excluded.erp_value, seen = c.seen + 1,
                    last_seen = excluded.last_seen
            RETURNING c.*, xmax = 0 AS is_new
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConflictRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Set<String> keptByDecision(String connection, Field field, Collection<Disagreement> asked) {
        return new HashSet<>(values(KEPT, connection, field, asked).query(String.class).list());
    }

    /** Those that were not open before. */
    List<ConflictView> open(String connection, Field field, Collection<Disagreement> asked) {
        return values(OPEN, connection, field, asked)
                .param("titles", Columns.of(asked, Disagreement::title))
                .param("prefix", prefix())
                .param("now", now())
                .query(
                        (row, number) ->
                                row.getBoolean("is_new")
                                        ? Optional.of(ConflictRow.read(row, number))
                                        : Optional.<ConflictView>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private JdbcClient.StatementSpec values(
            String sql, String connection, Field field, Collection<Disagreement> asked) {
        return jdbc.sql(sql)
                .param("connection", connection)
                .param("field", field.name())
                .param("subjects", Columns.of(asked, Disagreement::subject))
                .param("malls", Columns.of(asked, Disagreement::mallValue))
                .param("erps", Columns.of(asked, Disagreement::erpValue));
    }

    /** Numbers of those that ended. */
    List<String> settle(String connection, Field field, Collection<String> subjects) {
        return jdbc.sql(
                        """
                        UPDATE field_conflict SET state = 'SETTLED', last_seen = :now
                        WHERE connection = :connection AND field = :field AND state = 'OPEN'
                          AND subject = ANY (:subjects)
                        RETURNING number
                        """)
                .param("now", now())
                .param("connection", connection)
                .param("field", field.name())
                .param("subjects", subjects.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Numbers of those that ended because the value is the ERP's now. */
    List<String> followMall(Field field, Map<String, String> values) {
        return jdbc
                .sql(
                        """
                        UPDATE field_conflict c SET mall_value = t.value, last_seen = :now,
                            state = CASE WHEN c.erp_value = t.value THEN 'SETTLED' ELSE c.state END
                        FROM unnest(:subjects::text[], :malls::text[]) AS t (subject, value)
                        WHERE c.field = :field AND c.subject = t.subject AND c.state = 'OPEN'
                        RETURNING c.number, c.state
                        """)
                .param("now", now())
                .param("field", field.name())
                .param("subjects", Columns.of(values.entrySet(), Map.Entry::getKey))
                .param("malls", Columns.of(values.entrySet(), Map.Entry::getValue))
                .query((row, n) -> row.getString("state").equals("OPEN") ? "" : row.getString(1))
                .list()
                .stream()
                .filter(number -> !number.isEmpty())
                .toList();
    }

    /** Open ones, and those whose decision is not yet written. */
    Set<Field> unsettled(String connection, String subject) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT field FROM field_conflict
                                WHERE connection = ? AND subject = ?
                                  AND state IN ('OPEN', 'DECIDED')
                                """)
                        .params(connection, subject)
                        .query((row, n) -> Field.valueOf(row.getString(1)))
                        .list());
    }

    Optional<ConflictView> find(String number) {
        return jdbc.sql("SELECT * FROM field_conflict WHERE number = ?")
                .param(number)
                .query(ConflictRow::read)
                .optional();
    }

    Optional<ConflictView> lock(String number) {
        return jdbc.sql("SELECT * FROM field_conflict WHERE number = ? FOR UPDATE")
                .param(number)
                .query(ConflictRow::read)
                .optional();
    }

    Actor decider(String number) {
        return jdbc.sql("SELECT decided_by, decided_by_name FROM field_conflict WHERE number = ?")
                .param(number)
                .query((row, n) -> Actor.staff(row.getString(1), row.getString(2)))
                .single();
    }

    /** The mall has its own value already: nothing is left to write. */
    void decide(String number, Side side, String reason, Actor by) {
        jdbc.sql(
                        """
                        UPDATE field_conflict SET state = :state, chosen = :side,
                            reason = :reason, decided_by = :by, decided_by_name = :name,
                            decided_at = :now
                        WHERE number = :number
                        """)
                .param("state", (side == Side.MALL ? State.APPLIED : State.DECIDED).name())
                .param("side", side.name())
                .param("reason", reason)
                .param("by", by.id())
                .param("name", by.name())
                .param("now", now())
                .param("number", number)
                .update();
    }

    void applied(String number) {
        jdbc.sql("UPDATE field_conflict SET state = 'APPLIED' WHERE number = ?")
                .param(number)
                .update();
    }

    List<ConflictView> page(boolean openOnly, int size, long offset) {
        return jdbc.sql(
                        "SELECT * FROM field_conflict"
                                + (openOnly ? " WHERE state = 'OPEN'" : "")
                                + " ORDER BY found_at DESC, number DESC LIMIT ? OFFSET ?")
                .params(size, offset)
                .query(ConflictRow::read)
                .list();
    }

    long count(boolean openOnly) {
        return jdbc.sql(
                        "SELECT count(*) FROM field_conflict"
                                + (openOnly ? " WHERE state = 'OPEN'" : ""))
                .query(Long.class)
                .single();
    }

    /** {@code CF20261124-}; the sequence does not begin anew each day. */
    private String prefix() {
        return "CF" + MallTime.today(clock).format(DateTimeFormatter.BASIC_ISO_DATE) + "-";
    }

    private OffsetDateTime now() {
        return Instants.parameter(clock.instant());
    }
}
