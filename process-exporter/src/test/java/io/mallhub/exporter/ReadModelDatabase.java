package io.mallhub.exporter;

import static org.awaitility.Awaitility.await;

import io.mallhub.runtime.fixture.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database with the read model's tables, and questions to it. */
final class ReadModelDatabase {

    private final JdbcTemplate jdbc;

    ReadModelDatabase(TestDatabase database) {
        jdbc = new JdbcTemplate(database.dataSource());
    }

    static void migrate(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
    }

    Map<String, Object> row(String sql, Object... arguments) {
        return jdbc.queryForMap(sql, arguments);
    }

    List<Map<String, Object>> rows(String sql, Object... arguments) {
        return jdbc.queryForList(sql, arguments);
    }

    long count(String sql, Object... arguments) {
        Long count = jdbc.queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }

    List<String> texts(String sql, Object... arguments) {
        return jdbc.queryForList(sql, String.class, arguments);
    }

    /** Waits until the count is reached; a database that is away counts as not yet. */
    void awaitCount(long expected, String sql, Object... arguments) {
        await().atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> count(sql, arguments) == expected);
    }
}
