package io.mallhub.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * The exported position of one partition, and rows written together with it.
 *
 * <p>The position is the fence: a write says from which position it goes on, and changes nothing if
 * another exporter of the same partition has moved it since.
 */
final class Database implements AutoCloseable {

    private static final String INITIAL =
            "INSERT INTO engine.exporter_position (partition_id, position, exported_at, alive_at) VALUES (?, -1, now(), now()) ON CONFLICT DO NOTHING";
    private static final String READ =
            "SELECT position FROM engine.exporter_position WHERE partition_id = ?";
    private static final String MOVE =
            "UPDATE engine.exporter_position SET position = ?, record_at = timestamptz 'epoch' + ? * interval '1 millisecond', exported_at = now(), alive_at = now() WHERE partition_id = ? AND position = ?";

    private static final String ALIVE =
            "UPDATE engine.exporter_position SET alive_at = now() WHERE partition_id = ? AND position = ?";

    private final ExporterSettings settings;
    private final int partition;
    private @Nullable Connection connection;

    Database(ExporterSettings settings, int partition) {
        this.settings = settings;
        this.partition = partition;
    }

    /** The last exported position, -1 if nothing was exported yet. */
    long position() throws SQLException {
        try {
            Connection current = connected();
            try (PreparedStatement initial = current.prepareStatement(INITIAL)) {
                initial.setInt(1, partition);
                initial.executeUpdate();
            }
            long position = read(current);
            current.commit();
            return position;
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /**
     * Writes the changes and moves the position in one transaction. Safe to repeat: a write whose
     * answer was lost is recognised by its position.
     *
     * @param to position of the last record among the changes, with its time
     * @throws IllegalStateException if another exporter has moved the position
     */
    void write(ReadModel changes, long from, long to, long recordTime) throws SQLException {
        try {
            Connection current = connected();
            if (moved(current, from, to, recordTime)) {
                changes.write(current);
                current.commit();
                return;
            }
            long position = read(current);
            current.rollback();
            if (position != to) {
                throw new IllegalStateException(
                        "another exporter of partition %d wrote up to %d, this one only up to %d: is a second broker running?"
                                .formatted(partition, position, from));
            }
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Says that everything up to here is written and that the exporter is at work. */
    void alive(long position) throws SQLException {
        try {
            Connection current = connected();
            try (PreparedStatement alive = current.prepareStatement(ALIVE)) {
                alive.setInt(1, partition);
                alive.setLong(2, position);
                alive.executeUpdate();
            }
            current.commit();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Gives the connection up; the next use opens another one. */
    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException alreadyBroken) {
                // Closing is all that was left to do with it.
            }
            connection = null;
        }
    }

    private boolean moved(Connection current, long from, long to, long time) throws SQLException {
        try (PreparedStatement move = current.prepareStatement(MOVE)) {
            move.setLong(1, to);
            move.setLong(2, time);
            move.setInt(3, partition);
            move.setLong(4, from);
            return move.executeUpdate() == 1;
        }
    }

    private long read(Connection current) throws SQLException {
        try (PreparedStatement read = current.prepareStatement(READ)) {
            read.setInt(1, partition);
            try (ResultSet row = read.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException(
                            "the position row of partition %d is gone".formatted(partition));
                }
                return row.getLong(1);
            }
        }
    }

    private Connection connected() throws SQLException {
        Connection current = connection;
        if (current == null) {
            Properties properties = new Properties();
            properties.setProperty("user", settings.user());
            properties.setProperty("password", settings.password());
            properties.setProperty("ApplicationName", "mallhub-exporter-" + partition);
            // A hanging database must show as lag, not as a hanging broker.
            properties.setProperty("connectTimeout", "5");
            properties.setProperty("socketTimeout", "30");
            properties.setProperty("tcpKeepAlive", "true");
            // Not DriverManager: in the broker the driver lives in this exporter's class loader.
            current = new Driver().connect(settings.url(), properties);
            if (current == null) {
                throw new SQLException("not a PostgreSQL URL: " + settings.url());
            }
            current.setAutoCommit(false);
            connection = current;
        }
        return current;
    }
}
