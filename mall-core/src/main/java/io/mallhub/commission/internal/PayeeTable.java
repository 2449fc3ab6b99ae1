package io.mallhub.commission.internal;

import io.mallhub.commission.Payee;
import io.mallhub.commission.Payees.ChangePayee;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of accounts and their changes. */
@Component
class PayeeTable {
    private static final String COLUMNS =
            """
            SELECT id, beneficiary, holder, bank, account, uscc, phone, address, requested_by_name,
                requested_at, decided_by_name, confirmed, in_force_from
            FROM commission_payee
            """;

    private final JdbcClient jdbc;

    PayeeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Payee add(ChangePayee change, String beneficiary, Instant now) {
        long id =
                jdbc.sql(
                                """
                                INSERT INTO commission_payee (beneficiary, holder, bank, account,
                                    uscc, phone, address, requested_by, requested_by_name,
                                    requested_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                                """)
                        .params(
                                beneficiary,
                                change.holder(),
                                change.bank(),
                                change.account(),
                                change.uscc(),
                                change.phone(),
                                change.address(),
                                change.by().id().toLowerCase(Locale.ROOT),
                                change.by().name(),
                                Instants.parameter(now))
                        .query(Long.class)
                        .single();
        return byId(id).orElseThrow();
    }

    /** The login of who asked for the change, locked until it is decided. */
    Optional<String> requester(long id) {
        return jdbc.sql("SELECT requested_by FROM commission_payee WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional();
    }

    void decide(long id, boolean confirm, Actor by, Instant now, @Nullable Instant from) {
        jdbc.sql(
                        """
                        UPDATE commission_payee SET confirmed = :confirm, decided_by = :by,
                            decided_by_name = :name, decided_at = :now, in_force_from = :from
                        WHERE id = :id AND confirmed IS NULL
                        """)
                .param("confirm", confirm)
                .param("by", by.id().toLowerCase(Locale.ROOT))
                .param("name", by.name())
                .param("now", Instants.parameter(now))
                .param("from", Instants.parameterOrNull(from))
                .param("id", id)
                .update();
    }

    Optional<Payee> byId(long id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?").param(id).query(PayeeTable::payee).optional();
    }

    Optional<Payee> inForce(String beneficiary, Instant now) {
        return jdbc.sql(
                        COLUMNS
                                + "WHERE beneficiary = ? AND confirmed AND in_force_from <= ?"
                                + " ORDER BY in_force_from DESC, id DESC LIMIT 1")
                .params(beneficiary, Instants.parameter(now))
                .query(PayeeTable::payee)
                .optional();
    }

    List<Payee> history(String beneficiary) {
        return jdbc.sql(COLUMNS + "WHERE beneficiary = ? ORDER BY id DESC")
                .param(beneficiary)
                .query(PayeeTable::payee)
                .list();
    }

    Page<Payee> page(PageRequest page) {
        long total =
                jdbc.sql("SELECT count(DISTINCT beneficiary) FROM commission_payee")
                        .query(Long.class)
                        .single();
        List<Payee> payees =
                jdbc.sql(
                                "SELECT * FROM (SELECT DISTINCT ON (beneficiary) * FROM ("
                                        + COLUMNS
                                        + ") all_of ORDER BY beneficiary, id DESC) newest"
                                        + " ORDER BY confirmed IS NOT NULL, beneficiary"
                                        + " LIMIT ? OFFSET ?")
                        .params(page.size(), page.offset())
                        .query(PayeeTable::payee)
                        .list();
        return new Page<>(payees, page.number(), page.size(), total);
    }

    private static Payee payee(ResultSet row, int number) throws SQLException {
        return new Payee(
                row.getLong("id"),
                row.getString("beneficiary"),
                row.getString("holder"),
                row.getString("bank"),
                row.getString("account"),
                row.getString("uscc"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("requested_by_name"),
                Instants.sure(row, "requested_at"),
                row.getString("decided_by_name"),
                row.getObject("confirmed", Boolean.class),
                Instants.read(row, "in_force_from"));
    }
}
