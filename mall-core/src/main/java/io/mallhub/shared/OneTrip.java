package io.mallhub.shared;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Statements, parted by semicolons, that go to the database in one round trip. Each begins when the
 * one before has ended and sees what was committed until then: a lock that the first waits for
 * protects what the second reads. Their results are read in order.
 */
public final class OneTrip {
    private final PreparedStatement statement;
    private boolean rows;

    private OneTrip(PreparedStatement statement, boolean rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** Reads the results of one trip; has to read them all. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(OneTrip results) throws SQLException;
    }

    /**
     * @param parameters by name, for all statements together
     */
    public static <T> T of(
            NamedParameterJdbcOperations jdbc,
            String statements,
            Map<String, ? extends @Nullable Object> parameters,
            Reading<T> reading) {
        T result =
                jdbc.execute(
                        statements,
                        parameters,
                        statement -> {
                            OneTrip results = new OneTrip(statement, statement.execute());
                            T read = reading.read(results);
                            results.mustBeRead();
                            return read;
                        });
        if (result == null) {
            throw new IllegalStateException("A trip to the database brings something back");
        }
        return result;
    }

    /** The rows of the next statement, a query. */
    public <T> List<T> rows(RowMapper<T> mapper) throws SQLException {
        if (!rows) {
            throw new IllegalStateException("The next statement has no rows");
        }
        List<T> all = new ArrayList<>();
        try (ResultSet found = statement.getResultSet()) {
            while (found.next()) {
                all.add(mapper.mapRow(found, all.size()));
            }
        }
        rows = statement.getMoreResults();
        return all;
    }

    /** How many rows the next statement, a change, has changed. */
    public int changed() throws SQLException {
        int count = statement.getUpdateCount();
        if (rows || count < 0) {
            throw new IllegalStateException("The next statement is no change");
        }
        rows = statement.getMoreResults();
        return count;
    }

    private void mustBeRead() throws SQLException {
        if (rows || statement.getUpdateCount() >= 0) {
            throw new IllegalStateException("A statement's result was not read");
        }
    }
}
