package io.mallhub.receipt.internal;

import io.mallhub.receipt.HouseAccounts.AccountState;
import io.mallhub.receipt.HouseAccounts.HouseAccount;
import io.mallhub.receipt.HouseAccounts.ProposeAccount;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the versions of the house's bank account. */
@Component
class HouseAccountTable {
    private static final String SELECT =
            """
            SELECT id, offered, payee, bank, account, term_hours, grace_hours, state, reason, proposed_by_id,
                proposed_by_name, proposed_at, decided_by_id, decided_by_name, decided_at
            FROM house_account\s""";

    private final JdbcClient jdbc;

    HouseAccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when another proposal waits. */
    Optional<Long> add(ProposeAccount asked, String reason, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO house_account (offered, payee, bank, account, term_hours,
                            grace_hours, state, reason, proposed_by_id, proposed_by_name, proposed_at)
                        VALUES (:offered, :payee, :bank, :account, :hours, :grace, 'PROPOSED', :reason,
                            :by, :byName, :now)
                        ON CONFLICT DO NOTHING RETURNING id
                        """)
                .param("offered", asked.offered())
                .param("payee", asked.payee())
                .param("bank", asked.bank())
                .param("account", asked.account())
                .param("hours", asked.termHours())
                .param("grace", asked.graceHours())
                .param("reason", reason)
                .param("by", asked.by().id())
                .param("byName", asked.by().name())
                .param("now", Instants.parameter(now))
                .query(Long.class)
                .optional();
    }

    void decide(long id, AccountState how, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE house_account SET state = :state, decided_by_id = :by,
                            decided_by_name = :byName, decided_at = :now
                        WHERE id = :id
                        """)
                .param("state", how.name())
                .param("by", by.id())
                .param("byName", by.name())
                .param("now", Instants.parameter(now))
                .param("id", id)
                .update();
    }

    /**
     * @param proposer login
     * @param decider login; empty while it waits
     */
    record Row(HouseAccount account, String proposer, String decider) {}

    /** Stands still until the end of the transaction. */
    Optional<Row> lock(long id) {
        return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(
                        (row, number) ->
                                new Row(
                                        account(row, number),
                                        row.getString("proposed_by_id"),
                                        Optional.ofNullable(row.getString("decided_by_id"))
                                                .orElse("")))
                .optional();
    }

    HouseAccount byId(long id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(HouseAccountTable::account)
                .single();
    }

    /** One is decided before the next is proposed: the youngest is the latest confirmed. */
    Optional<HouseAccount> current() {
        return jdbc.sql(SELECT + "WHERE state = 'CONFIRMED' ORDER BY id DESC LIMIT 1")
                .query(HouseAccountTable::account)
                .optional();
    }

    Optional<HouseAccount> proposed() {
        return jdbc.sql(SELECT + "WHERE state = 'PROPOSED'")
                .query(HouseAccountTable::account)
                .optional();
    }

    Page<HouseAccount> page(PageRequest page) {
        long total = jdbc.sql("SELECT count(*) FROM house_account").query(Long.class).single();
        List<HouseAccount> items =
                jdbc.sql(SELECT + "ORDER BY id DESC LIMIT :size OFFSET :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(HouseAccountTable::account)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    static HouseAccount account(ResultSet row, int number) throws SQLException {
        return new HouseAccount(
                row.getLong("id"),
                row.getBoolean("offered"),
                row.getString("payee"),
                row.getString("bank"),
                row.getString("account"),
                row.getInt("term_hours"),
                row.getInt("grace_hours"),
                AccountState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("proposed_by_name"),
                Instants.sure(row, "proposed_at"),
                row.getString("decided_by_name"),
                Instants.read(row, "decided_at"));
    }
}
