package io.mallhub.promotion.internal;

import io.mallhub.promotion.Budgets.Used;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProvenLedger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of what limited rules gave, and their sums by rule. */
@Component
class UseTable implements ProvenLedger {
    static final Use NONE = new Use(Money.ZERO, 0, 0);

    private final JdbcClient jdbc;

    UseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Use(Money amount, long orders, long ordersOfCompany) {}

    /**
     * @param amount more or less than before
     * @param orders 1, 0 or -1
     */
    record Entry(
            String code, String order, CustomerId company, Money amount, int orders, String key) {}

    /** One after the other, so that no two orders wait for each other. */
    void lock(List<String> codes) {
        jdbc.sql(
                        """
                        INSERT INTO promotion_use (code) SELECT unnest(:codes::text[])
                        ON CONFLICT DO NOTHING
                        """)
                .param("codes", Columns.of(codes, it -> it))
                .update();
        jdbc.sql(
                        """
                        SELECT code FROM promotion_use WHERE code = ANY(:codes::text[])
                        ORDER BY code FOR UPDATE
                        """)
                .param("codes", Columns.of(codes, it -> it))
                .query(String.class)
                .list();
    }

    Map<String, Use> of(Collection<String> codes, CustomerId company) {
        Map<String, Use> uses = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT u.code, u.amount, u.orders,
                            (SELECT coalesce(sum(e.orders), 0) FROM promotion_use_entry e
                             WHERE e.code = u.code AND e.company_id = :company) AS of_company
                        FROM promotion_use u WHERE u.code = ANY(:codes::text[])
                        """)
                .param("codes", Columns.of(codes, it -> it))
                .param("company", company.value())
                .query(
                        row -> {
                            uses.put(
                                    row.getString("code"),
                                    new Use(
                                            new Money(row.getBigDecimal("amount")),
                                            row.getLong("orders"),
                                            row.getLong("of_company")));
                        });
        return uses;
    }

    boolean has(String order, String code) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM promotion_use_entry
                            WHERE order_number = :order AND code = :code)
                        """)
                .param("order", order)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    List<String> codesOf(String order) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT code FROM promotion_use_entry
                        WHERE order_number = :order ORDER BY code
                        """)
                .param("order", order)
                .query(String.class)
                .list();
    }

    /** Summed up, by rule. */
    List<Entry> of(String order) {
        return jdbc.sql(
                        """
                        SELECT code, company_id, sum(amount) AS amount, sum(orders) AS orders
                        FROM promotion_use_entry WHERE order_number = :order
                        GROUP BY code, company_id ORDER BY code
                        """)
                .param("order", order)
                .query(
                        (row, number) ->
                                new Entry(
                                        row.getString("code"),
                                        order,
                                        new CustomerId(row.getObject("company_id", UUID.class)),
                                        new Money(row.getBigDecimal("amount")),
                                        row.getInt("orders"),
                                        ""))
                .list();
    }

    /** Once by its key; whoever adds holds the lock. */
    void add(Entry entry, Instant now) {
        jdbc.sql(
                        """
                        WITH added AS (
                            INSERT INTO promotion_use_entry
                                (code, order_number, company_id, amount, orders, key, at)
                            VALUES (:code, :order, :company, :amount, :orders, :key, :now)
                            ON CONFLICT (code, key) DO NOTHING
                            RETURNING code, amount, orders)
                        UPDATE promotion_use u
                        SET amount = u.amount + a.amount, orders = u.orders + a.orders
                        FROM added a WHERE u.code = a.code
                        """)
                .param("code", entry.code())
                .param("order", entry.order())
                .param("company", entry.company().value())
                .param("amount", entry.amount().amount())
                .param("orders", entry.orders())
                .param("key", entry.key())
                .param("now", Instants.parameter(now))
                .update();
    }

    Optional<Used> used(String code) {
        return jdbc.sql(
                        """
                        SELECT u.amount, u.orders,
                            (SELECT count(*) FROM (
                                SELECT FROM promotion_use_entry e WHERE e.code = u.code
                                GROUP BY e.company_id HAVING sum(e.orders) > 0) c) AS companies
                        FROM promotion_use u WHERE u.code = :code
                        """)
                .param("code", code)
                .query(
                        (row, number) ->
                                new Used(
                                        new Money(row.getBigDecimal("amount")),
                                        row.getLong("orders"),
                                        row.getLong("companies")))
                .optional();
    }

    @Override
    public String name() {
        return "promotions";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc,
                "SELECT (SELECT count(*) FROM promotion_use),"
                        + " (SELECT count(*) FROM promotion_use_entry)");
    }

    @Override
    public List<String> unprovenAccounts() {
        return jdbc.sql(
                        """
                        SELECT u.code FROM promotion_use u
                        LEFT JOIN promotion_use_entry e ON e.code = u.code
                        GROUP BY u.code, u.amount, u.orders
                        HAVING u.amount <> coalesce(sum(e.amount), 0)
                            OR u.orders <> coalesce(sum(e.orders), 0)
                        ORDER BY u.code
                        """)
                .query(String.class)
                .list();
    }
}
