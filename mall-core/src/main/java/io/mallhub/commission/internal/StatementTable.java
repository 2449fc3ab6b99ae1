package io.mallhub.commission.internal;

import io.mallhub.commission.StatementRow;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.Statements.StatementQuery;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of statements: heads, sums and states. */
@Component
class StatementTable {
    private static final String ROWS =
            """
            SELECT s.number, s.month, s.beneficiary, s.name, s.state,
                coalesce(l.total, 0) AS total, coalesce(l.held, 0) AS held,
                coalesce(s.payable, l.open, 0) AS payable, coalesce(l.lines, 0) AS lines,
                (SELECT count(*) FROM commission_dispute d
                    WHERE d.statement = s.number AND d.upheld IS NULL) AS disputes
            FROM commission_statement s
            LEFT JOIN LATERAL (
                SELECT sum(e.amount) AS total, count(*) AS lines,
                    sum(e.amount) FILTER (WHERE l.state IN ('DISPUTED', 'LINKED')) AS held,
                    sum(e.amount) FILTER (WHERE l.state = 'OPEN') AS open
                FROM commission_statement_line l JOIN commission_entry e ON e.sequence = l.entry
                WHERE l.statement = s.number) l ON true
            """;

    private static final String ANY =
            """
            WHERE (:month::date IS NULL OR s.month = :month)
                AND (:state::text IS NULL OR s.state = :state)
                AND (:beneficiary::text IS NULL OR s.beneficiary = :beneficiary)
            """;

    private final JdbcClient jdbc;

    StatementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a step of the payout has to know, the row locked. */
    record Head(
            String number,
            YearMonth month,
            String beneficiary,
            String name,
            StatementState state,
            Instant computedAt,
            @Nullable Instant publishedAt,
            boolean secondNeeded,
            @Nullable Money payable,
            String voucherState,
            @Nullable String voucherNumber,
            String voucherDetail,
            @Nullable Instant sendingUntil,
            @Nullable String file,
            @Nullable Long payee,
            @Nullable String bankReference,
            @Nullable Instant paidAt,
            String failure) {}

    boolean request(YearMonth month, String by, Instant now) {
        return jdbc.sql("INSERT INTO commission_run VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(month.atDay(1), by, Instants.parameter(now))
                        .update()
                == 1;
    }

    /** Serialises what computes one month; false when it was computed before. */
    boolean startComputing(YearMonth month) {
        return jdbc.sql("SELECT computed_at IS NULL FROM commission_run WHERE month = ? FOR UPDATE")
                .param(month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    void computed(YearMonth month, Instant now) {
        jdbc.sql("UPDATE commission_run SET computed_at = ? WHERE month = ?")
                .params(Instants.parameter(now), month.atDay(1))
                .update();
    }

    List<YearMonth> months() {
        return jdbc.sql("SELECT month FROM commission_run ORDER BY month DESC LIMIT 120")
                .query((row, number) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .list();
    }

    String add(YearMonth month, String beneficiary, String name, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO commission_statement
                            (number, month, beneficiary, name, state, computed_at)
                        VALUES ('CS' || to_char(:month::date, 'YYYYMM') || '-'
                                || lpad(nextval('commission_statement_number')::text, 6, '0'),
                            :month, :beneficiary, :name, 'COMPUTED', :now)
                        RETURNING number
                        """)
                .param("month", month.atDay(1))
                .param("beneficiary", beneficiary)
                .param("name", name)
                .param("now", Instants.parameter(now))
                .query(String.class)
                .single();
    }

    List<String> of(YearMonth month) {
        return jdbc.sql("SELECT number FROM commission_statement WHERE month = ? ORDER BY number")
                .param(month.atDay(1))
                .query(String.class)
                .list();
    }

    Optional<Head> find(String number) {
        return head(number, "");
    }

    Head lock(String number) {
        return head(number, " FOR UPDATE")
                .orElseThrow(() -> new IllegalArgumentException("No statement " + number));
    }

    Page<StatementRow> page(StatementQuery query, PageRequest page) {
        List<StatementRow> rows =
                of(
                                query,
                                jdbc.sql(
                                        ROWS
                                                + ANY
                                                + "ORDER BY s.month DESC, s.number LIMIT :size OFFSET :offset"))
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(StatementTable::row)
                        .list();
        long total =
                of(query, jdbc.sql("SELECT count(*) FROM commission_statement s " + ANY))
                        .query(Long.class)
                        .single();
        return new Page<>(rows, page.number(), page.size(), total);
    }

    StatementRow row(String number) {
        return jdbc.sql(ROWS + "WHERE s.number = ?")
                .param(number)
                .query(StatementTable::row)
                .single();
    }

    void move(String number, StatementState to) {
        jdbc.sql("UPDATE commission_statement SET state = ? WHERE number = ?")
                .params(to.name(), number)
                .update();
    }

    /**
     * @param assignments of columns that this class's callers name, never of anything typed
     */
    void set(String number, String assignments, @Nullable Object... values) {
        Object[] all = new Object[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = number;
        jdbc.sql("UPDATE commission_statement SET " + assignments + " WHERE number = ?")
                .params(all)
                .update();
    }

    /** False when it was announced before. */
    boolean announce(String number, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE commission_statement SET announced_at = ?
                                WHERE number = ? AND announced_at IS NULL
                                """)
                        .params(Instants.parameter(now), number)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec of(StatementQuery query, JdbcClient.StatementSpec sql) {
        return sql.param("month", query.month() == null ? null : query.month().atDay(1))
                .param("state", query.state() == null ? null : query.state().name())
                .param("beneficiary", query.beneficiary());
    }

    private Optional<Head> head(String number, String how) {
        return jdbc.sql("SELECT * FROM commission_statement WHERE number = ?" + how)
                .param(number)
                .query(StatementTable::head)
                .optional();
    }

    private static StatementRow row(ResultSet row, int number) throws SQLException {
        return new StatementRow(
                row.getString("number"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("beneficiary"),
                row.getString("name"),
                StatementState.valueOf(row.getString("state")),
                new Money(row.getBigDecimal("total")),
                new Money(row.getBigDecimal("held")),
                new Money(row.getBigDecimal("payable")),
                row.getInt("lines"),
                row.getInt("disputes"));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        var payable = row.getBigDecimal("payable");
        return new Head(
                row.getString("number"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("beneficiary"),
                row.getString("name"),
                StatementState.valueOf(row.getString("state")),
                Instants.sure(row, "computed_at"),
                Instants.read(row, "published_at"),
                row.getBoolean("second_needed"),
                payable == null ? null : new Money(payable),
                row.getString("voucher_state"),
                row.getString("voucher_number"),
                row.getString("voucher_detail"),
                Instants.read(row, "sending_until"),
                row.getString("payment_file"),
                row.getObject("payee_id", Long.class),
                row.getString("bank_reference"),
                Instants.read(row, "paid_at"),
                row.getString("failure"));
    }
}
