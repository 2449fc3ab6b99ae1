package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAccounts.AccountRow;
import io.mallhub.prepaid.PrepaidAccounts.Balance;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of prepaid accounts. */
@Component
class AccountTable {
    private static final String UNPROVEN =
            """
            SELECT a.customer_id FROM prepaid_account a
            LEFT JOIN (SELECT customer_id, sum(principal) AS principal, sum(bonus) AS bonus
                FROM prepaid_entry GROUP BY customer_id) e ON e.customer_id = a.customer_id
            LEFT JOIN (SELECT customer_id, sum(principal) AS principal, sum(bonus) AS bonus
                FROM prepaid_hold WHERE ended_at IS NULL GROUP BY customer_id) h
                ON h.customer_id = a.customer_id
            WHERE a.principal <> coalesce(e.principal, 0) OR a.bonus <> coalesce(e.bonus, 0)
                OR a.held_principal <> coalesce(h.principal, 0)
                OR a.held_bonus <> coalesce(h.bonus, 0)
            ORDER BY a.customer_id
            """;

    private static final String FIGURES = "principal, bonus, held_principal, held_bonus";

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From here to the end of the transaction nobody else writes this customer's ledgers. Empty for
     * a customer that never topped up.
     */
    Optional<Balance> lock(CustomerId customer) {
        return read(customer, " FOR UPDATE");
    }

    Optional<Balance> find(CustomerId customer) {
        return read(customer, "");
    }

    private Optional<Balance> read(CustomerId customer, String how) {
        return jdbc.sql(
                        "SELECT "
                                + FIGURES
                                + " FROM prepaid_account WHERE customer_id = :customer"
                                + how)
                .param("customer", customer.value())
                .query(AccountTable::balance)
                .optional();
    }

    /** Of two first top-ups at once the second waits here for the first. */
    void open(CustomerId customer, String name) {
        jdbc.sql(
                        """
                        INSERT INTO prepaid_account (customer_id, customer_name)
                        VALUES (:customer, :name)
                        ON CONFLICT (customer_id) DO UPDATE SET customer_name = :name
                        """)
                .param("customer", customer.value())
                .param("name", name)
                .update();
    }

    Page<AccountRow> page(String name, PageRequest page) {
        String like = LikeText.escaped(name) + "%";
        String where = name.isEmpty() ? "" : " WHERE customer_name LIKE :like";
        long total =
                jdbc.sql("SELECT count(*) FROM prepaid_account" + where)
                        .param("like", like)
                        .query(Long.class)
                        .single();
        List<AccountRow> rows =
                jdbc.sql(
                                "SELECT customer_id, customer_name, "
                                        + FIGURES
                                        + " FROM prepaid_account"
                                        + where
                                        + " ORDER BY principal + bonus DESC, customer_id"
                                        + " LIMIT :size OFFSET :offset")
                        .param("like", like)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, number) ->
                                        new AccountRow(
                                                new CustomerId(
                                                        row.getObject("customer_id", UUID.class)),
                                                row.getString("customer_name"),
                                                balance(row, number)))
                        .list();
        return new Page<>(rows, page.number(), page.size(), total);
    }

    List<CustomerId> unproven() {
        return jdbc.sql(UNPROVEN)
                .query((row, number) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Balance balance(ResultSet row, int number) throws SQLException {
        return new Balance(
                amount(row, "principal", "bonus"), amount(row, "held_principal", "held_bonus"));
    }

    static PrepaidAmount amount(ResultSet row, String principal, String bonus) throws SQLException {
        return new PrepaidAmount(
                new Money(row.getBigDecimal(principal)), new Money(row.getBigDecimal(bonus)));
    }
}
