package io.mallhub.faults;

import io.mallhub.story.RunningMall;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hub's own tables, read from outside, to know the instant at which a kill is to happen; and
 * held, to keep the hub at that instant.
 */
public final class HubData {
    private final RunningMall mall;

    public HubData(RunningMall mall) {
        this.mall = mall;
    }

    /** Orders whose sending is written down, and their arrival is not. */
    long inDoubt() {
        return number("SELECT count(*) FROM outgoing WHERE entity = 'ORDER' AND in_doubt");
    }

    /**
     * @param fields of its form at the console, but for the telephone
     */
    record KnownCustomer(String number, String erpNumber, Map<String, String> fields) {}

    /** At most 40 customers that may order and that the ERP knows, by number. */
    List<KnownCustomer> customersOfBothSides() {
        List<KnownCustomer> found = new ArrayList<>();
        try (Connection connection = connect();
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        SELECT number, erp_number, name, address, contact
                                        FROM customer WHERE state = 'ACTIVE' AND erp_number IS NOT NULL
                                        ORDER BY number LIMIT 40
                                        """)) {
            while (rows.next()) {
                found.add(
                        new KnownCustomer(
                                rows.getString(1),
                                rows.getString(2),
                                Map.of(
                                        "name", rows.getString(3),
                                        "address", rows.getString(4),
                                        "contact", rows.getString(5))));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** References of orders that a comparison has found in the ERP and not in the mall, sorted. */
    List<String> unknownToTheMall() {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect();
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        SELECT DISTINCT d.title FROM reconciliation_difference d
                                        JOIN reconciliation r ON r.id = d.run
                                        WHERE r.entity = 'ORDER' AND d.kind = 'UNKNOWN' ORDER BY 1
                                        """)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
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

    public String stateOfOrder(String order) {
        return text("SELECT state FROM sales_order WHERE number = ?", order);
    }

    /** Number of the company that this buyer buys for. */
    public String customerOf(String login) {
        return text(
                "SELECT c.number FROM customer c JOIN account a ON a.company = c.id WHERE a.login = ?",
                login);
    }

    /** What the company owes. */
    public BigDecimal balanceOf(String customer) {
        return new BigDecimal(
                text(
                        """
                        SELECT a.balance FROM receivable_account a
                        JOIN customer c ON c.id = a.customer_id WHERE c.number = ?
                        """,
                        customer));
    }

    /** Instances of these numbers that have come to their end. */
    public long completedInstances(Collection<String> numbers) {
        return number(
                """
                SELECT count(DISTINCT business_number) FROM engine.process_instance
                WHERE business_number = ANY (?) AND state = 'COMPLETED'
                """,
                numbers);
    }

    /** Of these orders, those in this state. */
    public long inState(String state, Collection<String> orders) {
        return number(
                "SELECT count(*) FROM sales_order WHERE state = '"
                        + state
                        + "' AND number = ANY (?)",
                orders);
    }

    /** Incidents of these orders that wait for the operator. */
    public long openIncidents(Collection<String> orders) {
        return number(
                """
                SELECT count(*) FROM engine.incident n
                JOIN engine.process_instance i ON i.key = n.process_instance_key
                WHERE n.state = 'OPEN' AND i.business_number = ANY (?)
                """,
                orders);
    }

    /** Lines of this order that earned commission. */
    public long earned(String order) {
        return number(
                "SELECT count(*) FROM commission_entry WHERE kind = 'EARNED' AND order_number = ?",
                order);
    }

    /** Bonuses for a customer that this order activated. */
    public long bonuses(String order) {
        return number(
                "SELECT count(*) FROM commission_entry WHERE kind = 'BONUS' AND order_number = ?",
                order);
    }

    /** As if this order had been completed last month: nobody waits for a month in a test. */
    public void letAMonthPass(String order) {
        earlier("1 month", "true", order);
    }

    /** As above, of what links brought of it, two months ago. */
    public void letTwoMonthsPassForSharers(String order) {
        earlier("2 months", "channel = 'DISTRIBUTION'", order);
    }

    /** As above, of the bonus for the customer that it activated, three months ago. */
    public void letThreeMonthsPassForTheBonus(String order) {
        earlier("3 months", "kind = 'BONUS'", order);
    }

    private void earlier(String interval, String entries, String order) {
        change("ALTER TABLE commission_entry DISABLE TRIGGER commission_entry_append_only");
        change(
                "UPDATE commission_entry SET at = at - interval '"
                        + interval
                        + "' WHERE "
                        + entries
                        + " AND order_number = ?",
                order);
        change("ALTER TABLE commission_entry ENABLE TRIGGER commission_entry_append_only");
    }

    /** From now on every second row written into the table is refused with this SQLSTATE. */
    void refuseEverySecond(String table, String state) {
        change("CREATE SEQUENCE IF NOT EXISTS refused_rows");
        change("ALTER SEQUENCE refused_rows RESTART WITH 1");
        change(
                """
                CREATE OR REPLACE FUNCTION refuse_every_second() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('refused_rows') % 2 = 0 THEN
                        RAISE EXCEPTION 'broken by the test' USING ERRCODE = TG_ARGV[0];
                    END IF;
                    RETURN NEW;
                END $$
                """);
        change(
                "CREATE TRIGGER refuse_every_second BEFORE INSERT ON "
                        + table
                        + " FOR EACH ROW EXECUTE FUNCTION refuse_every_second('"
                        + state
                        + "')");
    }

    void stopRefusing() {
        change("DROP FUNCTION IF EXISTS refuse_every_second() CASCADE");
    }

    /** Rows that were refused since {@link #refuseEverySecond}. */
    long refusals() {
        return number("SELECT last_value / 2 FROM refused_rows");
    }

    /** What submitted orders leave behind. */
    Traces traces() {
        return new Traces(
                number("SELECT count(*) FROM sales_order"),
                number("SELECT count(DISTINCT order_id) FROM stock_hold"),
                number("SELECT count(*) FROM receivable_commitment"),
                number(
                        "SELECT count(*) FROM engine_command WHERE correlation_key IN (SELECT number FROM sales_order)"
                                + " AND message = 'order-submitted'"));
    }

    record Traces(long orders, long holds, long commitments, long starts) {
        Traces since(Traces before) {
            return new Traces(
                    orders - before.orders,
                    holds - before.holds,
                    commitments - before.commitments,
                    starts - before.starts);
        }
    }

    long deadlocks() {
        return number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }

    /** A transaction that waits long before it looks whether it waits in a circle. */
    Connection patient() throws SQLException {
        Connection connection = connect();
        connection.createStatement().execute("SET deadlock_timeout = '30s'");
        connection.setAutoCommit(false);
        return connection;
    }

    void lockAccount(Connection connection) throws SQLException {
        connection.createStatement().executeQuery("SELECT 1 FROM receivable_account FOR UPDATE");
    }

    void lockStock(Connection connection, String product) throws SQLException {
        prepare(
                        connection,
                        """
                        SELECT 1 FROM stock_level s JOIN product p ON p.id = s.product_id
                        WHERE p.code = ? FOR UPDATE OF s
                        """,
                        product)
                .executeQuery();
    }

    long waitingForAnAccount() {
        return number(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE wait_event_type = 'Lock' AND query ILIKE '%receivable_account%'
                """);
    }

    /** As if the drug licence of the buyer's company ended on this day. */
    void licenceEnds(String login, LocalDate day) {
        change(
                """
                UPDATE qualification_document SET valid_until = ?
                WHERE current AND type = 'DRUG_DISTRIBUTION_LICENCE'
                  AND customer = (SELECT company FROM account WHERE login = ?)
                """,
                day,
                login);
    }

    public void creditLimit(String login, int limit) {
        change(
                """
                UPDATE receivable_account SET credit_limit = ?
                WHERE customer_id = (SELECT company FROM account WHERE login = ?)
                """,
                limit,
                login);
    }

    /** Keys of open user tasks by order; of this element, or of any. */
    Map<String, Long> openTasks(Collection<String> orders, @Nullable String element) {
        String sql =
                """
                SELECT i.business_number, t.key FROM engine.user_task t
                JOIN engine.process_instance i ON i.key = t.process_instance_key
                WHERE t.state = 'OPEN' AND i.business_number = ANY (?)
                  AND t.element_id LIKE ?
                """;
        try (Connection connection = connect();
                PreparedStatement query =
                        prepare(connection, sql, orders, element == null ? "%" : element)) {
            Map<String, Long> tasks = new HashMap<>();
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                tasks.put(rows.getString(1), rows.getLong(2));
            }
            return tasks;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Number under which the provider knows the payment of the order. */
    String paymentOf(String order) {
        return text("SELECT number FROM online_payment WHERE order_number = ?", order);
    }

    BigDecimal total(String order) {
        return new BigDecimal(text("SELECT total FROM sales_order WHERE number = ?", order));
    }

    BigDecimal received(String order) {
        return new BigDecimal(
                text("SELECT received FROM online_payment WHERE order_number = ?", order));
    }

    BigDecimal refunded(String order) {
        return new BigDecimal(
                text("SELECT refunded FROM online_payment WHERE order_number = ?", order));
    }

    List<String> refundsOf(String order) {
        return List.of(
                text(
                        """
                        SELECT r.number FROM online_refund r
                        JOIN online_payment p ON p.number = r.payment_number
                        WHERE p.order_number = ?
                        """,
                        order));
    }

    /** Notices about the order's payment that wait for a person. */
    long oddNotices(String order) {
        return number(
                """
                SELECT count(*) FROM online_payment_notice n
                JOIN online_payment p ON p.number = n.payment_number
                WHERE n.verdict LIKE 'WRONG%' AND n.handled_at IS NULL AND p.order_number = ?
                """,
                order);
    }

    /** Payments whose sums are not those of their entries. */
    long unprovenPayments() {
        return number(
                """
                SELECT count(*) FROM online_payment p
                WHERE received <> (SELECT coalesce(sum(amount), 0) FROM online_payment_entry e
                        WHERE e.payment_number = p.number AND e.kind = 'PAID')
                    OR refunded <> (SELECT coalesce(sum(amount), 0) FROM online_payment_entry e
                        WHERE e.payment_number = p.number AND e.kind = 'REFUNDED')
                """);
    }

    /** What the order costs is in the ledger and was not taken back. */
    boolean isStillOwed(String order) {
        return number(
                        "SELECT coalesce(sum(amount), 0) FROM receivable_entry WHERE document = ?",
                        order)
                > 0;
    }

    /** Of its diagram, that the order's process follows now. */
    long versionOf(String order) {
        return number(
                """
                SELECT max(version) FROM engine.process_instance
                WHERE process_id = 'order-approval' AND business_number = ?
                """,
                order);
    }

    /** Key of the order's process instance. */
    String instanceOf(String order) {
        return text("SELECT key FROM engine.process_instance WHERE business_number = ?", order);
    }

    /** Key of this version of a diagram. */
    String definition(String process, long version) {
        return text(
                "SELECT key FROM engine.process_definition WHERE process_id = ? AND version = ?",
                process,
                version);
    }

    private String text(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement query = prepare(connection, sql, values)) {
            ResultSet answer = query.executeQuery();
            if (!answer.next()) {
                throw new AssertionError("nothing: " + sql + List.of(values));
            }
            return answer.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
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
