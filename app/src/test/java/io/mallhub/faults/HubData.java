package io.mallhub.faults;

import io.mallhub.story.RunningMall;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/**
 * The hub's own tables, read from outside, to know the instant at which a kill is to happen; and
 * held, to keep the hub at that instant.
 */
final class HubData {
    private final RunningMall mall;

    HubData(RunningMall mall) {
        this.mall = mall;
    }

    /** Orders whose sending is written down, and their arrival is not. */
    long inDoubt() {
        return number("SELECT count(*) FROM outgoing WHERE entity = 'ORDER' AND in_doubt");
    }

    /** Of these orders, those of which the hub has written down that the ERP has them. */
    long arrived(Collection<String> orders) {
        return number(
                "SELECT count(*) FROM outgoing WHERE entity = 'ORDER' AND done AND mall_id = ANY (?)",
                orders);
    }

    /** Of these orders, those of which the engine has not been told yet. */
    long untold(Collection<String> orders) {
        return number(
                "SELECT count(*) FROM engine_command WHERE done_at IS NULL AND correlation_key = ANY (?)",
                orders);
    }

    /** Of these orders, those that the engine was told and gave no answer to in time. */
    long toldInVain(Collection<String> orders) {
        return number(
                "SELECT count(*) FROM engine_command WHERE done_at IS NULL AND last_error IS NOT NULL"
                        + " AND correlation_key = ANY (?)",
                orders);
    }

    /** As after a crash between the engine's answer and the note of it: all is told again. */
    void forgetThatTheEngineWasTold(Collection<String> orders) {
        change(
                "UPDATE engine_command SET done_at = NULL, due_at = clock_timestamp()"
                        + " WHERE correlation_key = ANY (?)",
                orders);
    }

    /** Instances of these orders that did more than notice that another one has the order. */
    long workingInstances(Collection<String> orders) {
        return number(
                """
                SELECT count(DISTINCT i.key) FROM engine.process_instance i
                JOIN engine.element_instance e ON e.process_instance_key = i.key
                WHERE i.business_number = ANY (?) AND e.element_id = 'push-order'
                """,
                orders);
    }

    /** Of these orders, those whose push the engine knows to be done. */
    long pushed(Collection<String> orders) {
        return number(
                """
                SELECT count(DISTINCT i.key) FROM engine.process_instance i
                JOIN engine.element_instance e ON e.process_instance_key = i.key
                WHERE i.business_number = ANY (?) AND e.element_id = 'push-order' AND e.state = 'COMPLETED'
                """,
                orders);
    }

    /** Answers of the ERP that the hub tries to write down, and cannot while {@link #hold()}. */
    long waitingToNoteAnArrival() {
        return number(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE wait_event_type = 'Lock' AND query LIKE '%done = true, lease_until = null%'
                """);
    }

    /** Keeps the hub from writing down how a sending ended. Closing lets go. */
    Connection hold() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        connection.createStatement().executeQuery("SELECT 1 FROM outgoing FOR UPDATE").close();
        return connection;
    }

    /** Records of a flow that lie in quarantine in this state. */
    long quarantined(String flow, String key, String state) {
        return number(
                "SELECT count(*) FROM quarantine WHERE flow = ? AND record_key = ? AND state = ?",
                flow,
                key,
                state);
    }

    long quarantineId(String flow, String key) {
        return number(
                "SELECT max(id) FROM quarantine WHERE flow = ? AND record_key = ?", flow, key);
    }

    /** Replays of this record that were written into the audit log as applied. */
    long replaysOf(String key) {
        return number(
                "SELECT count(*) FROM audit_entry WHERE action = 'replay-record' AND details ->> 'key' = ?",
                key);
    }

    /** Stock on hand as the ERP's last figures have it; 0 if the mall knows none. */
    long onHand(String product) {
        return number(
                """
                SELECT coalesce(sum(s.on_hand), 0) FROM stock_level s
                JOIN product p ON p.id = s.product_id WHERE p.code = ?
                """,
                product);
    }

    private long number(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement query = prepare(connection, sql, values)) {
            ResultSet answer = query.executeQuery();
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private void change(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement update = prepare(connection, sql, values)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1,
                    values[i] instanceof Collection<?> several
                            ? connection.createArrayOf("text", several.toArray())
                            : values[i]);
        }
        return statement;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(mall.database("mallhub"));
    }
}
