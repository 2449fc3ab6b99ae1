package io.mallhub.exporter.table;

import static io.mallhub.exporter.table.Column.first;
import static io.mallhub.exporter.table.Column.ifPresent;
import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Each case once within one write, merged in memory, and once over two writes, merged by
 * PostgreSQL.
 */
class RowsTest {

    private static final TestDatabase database = TestPostgres.newDatabase();

    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final Rows rows =
            new Rows(
                    Table.guarded(
                            "thing",
                            key("key", ColumnType.BIGINT),
                            latest("latest", ColumnType.TEXT),
                            ifPresent("present", ColumnType.TEXT),
                            first("first", ColumnType.INSTANT),
                            latest("texts", ColumnType.TEXTS)));

    @BeforeEach
    void table() {
        jdbc.execute("DROP SCHEMA IF EXISTS engine CASCADE; CREATE SCHEMA engine");
        jdbc.execute(
                "CREATE TABLE engine.thing (key bigint PRIMARY KEY, latest text, present text, first timestamptz, texts text[], pos bigint)");
    }

    @Test
    void changesOfOneRowMergeInMemoryByTheRulesOfTheirColumns() throws Exception {
        rows.add(1, 7L, "old", "kept", 1_500L, List.of("a"));
        rows.add(2, 7L, null, null, 2_500L, List.of("b", "c"));

        write();

        assertMerged();
    }

    @Test
    void changesOfOneRowMergeInTheDatabaseByTheSameRules() throws Exception {
        rows.add(1, 7L, "old", "kept", 1_500L, List.of("a"));
        write();
        rows.add(2, 7L, null, null, 2_500L, List.of("b", "c"));

        write();

        assertMerged();
    }

    @Test
    void anOlderChangeOfARowIsIgnored() throws Exception {
        rows.add(5, 7L, "newer", null, null, List.of());
        write();
        rows.add(4, 7L, "older", null, null, List.of());

        write();

        assertThat(row()).containsEntry("latest", "newer").containsEntry("pos", 5L);
    }

    @Test
    void aZeroCharacterDoesNotBlock() throws Exception {
        rows.add(1, 7L, "a\0b", null, null, List.of("c\0d"));

        write();

        assertThat(row()).containsEntry("latest", "a\uFFFDb").containsEntry("all", "{c\uFFFDd}");
    }

    @Test
    void aRowOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> rows.add(1, 7L)).isInstanceOf(IllegalArgumentException.class);
    }

    private void write() throws SQLException {
        try (Connection connection = database.connect()) {
            rows.write(connection);
            rows.clear();
        }
    }

    private void assertMerged() {
        assertThat(row())
                .containsEntry("latest", null)
                .containsEntry("present", "kept")
                .containsEntry("all", "{b,c}")
                .containsEntry("millis", 1_500L)
                .containsEntry("pos", 2L);
    }

    private Map<String, Object> row() {
        return jdbc.queryForMap(
                "SELECT latest, present, texts::text AS all, (extract(epoch FROM first) * 1000)::bigint AS millis, pos FROM engine.thing");
    }
}
