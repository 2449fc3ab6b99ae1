package io.mallhub.shared;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The steps of all things of one kind, in a table of the context: the key of the thing, then
 * version, step, reason, by_id, by_name and at. Nothing in it is ever changed.
 */
public final class StepTable {
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final String add;
    private final String read;

    /**
     * @param key column by which the table knows the thing
     */
    public StepTable(JdbcClient jdbc, String table, String key) {
        this.jdbc = jdbc;
        add =
                """
                INSERT INTO %s (%s, version, step, reason, by_id, by_name, at)
                VALUES (:of, :version, :step, :reason, :byId, :byName, :now)
                """
                        .formatted(table, key);
        read =
                """
                SELECT version, step, reason, by_name, at FROM %s
                WHERE %s = :of ORDER BY id DESC LIMIT :most
                """
                        .formatted(table, key);
    }

    public void note(String of, int version, String what, String reason, Actor by, Instant now) {
        jdbc.sql(add)
                .param("of", of)
                .param("version", version)
                .param("step", what)
                .param("reason", reason)
                .param("byId", by.id())
                .param("byName", by.name())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Newest first; at most the last 100. */
    public List<Step> of(String of) {
        return jdbc.sql(read)
                .param("of", of)
                .param("most", MOST)
                .query(
                        (row, number) ->
                                new Step(
                                        row.getInt("version"),
                                        row.getString("step"),
                                        row.getString("reason"),
                                        row.getString("by_name"),
                                        Instants.sure(row, "at")))
                .list();
    }
}
