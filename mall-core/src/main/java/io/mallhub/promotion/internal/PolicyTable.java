package io.mallhub.promotion.internal;

import io.mallhub.promotion.GiftPolicies.PolicyState;
import io.mallhub.promotion.GiftPolicies.PolicyView;
import io.mallhub.promotion.GiftPolicies.Proposal;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All changes of the gift policy that were ever proposed; those agreed to have a version. */
@Component
class PolicyTable {
    private static final String TERMS =
            "SELECT coalesce(version, base + 1) AS version, never, least_percent";
    private static final String VIEW =
            TERMS
                    + ", number, base, state, reason, proposed_by_id, proposed_by, proposed_at,"
                    + " decided_by, decision, decided_at FROM gift_policy ";
    private static final String IN_FORCE =
            "WHERE version IS NOT NULL ORDER BY version DESC LIMIT 1";

    private final JdbcClient jdbc;

    PolicyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    GiftTerms terms() {
        return jdbc.sql(TERMS + " FROM gift_policy " + IN_FORCE)
                .query((row, number) -> terms(row))
                .single();
    }

    Optional<GiftTerms> terms(int version) {
        return jdbc.sql(TERMS + " FROM gift_policy WHERE version = :version")
                .param("version", version)
                .query((row, number) -> terms(row))
                .optional();
    }

    /** Until the end of the transaction nobody else proposes or decides. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('gift-policy', 700))")
                .query((row, number) -> true)
                .single();
    }

    PolicyView inForce() {
        return jdbc.sql(VIEW + IN_FORCE).query(PolicyTable::view).single();
    }

    Optional<PolicyView> waiting() {
        return jdbc.sql(VIEW + "WHERE state = 'WAITING'").query(PolicyTable::view).optional();
    }

    Optional<PolicyView> find(String number) {
        return jdbc.sql(VIEW + "WHERE number = :number")
                .param("number", number)
                .query(PolicyTable::view)
                .optional();
    }

    Page<PolicyView> page(PageRequest page) {
        long total = jdbc.sql("SELECT count(*) FROM gift_policy").query(Long.class).single();
        return new Page<>(
                jdbc.sql(VIEW + "ORDER BY number DESC LIMIT :size OFFSET :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(PolicyTable::view)
                        .list(),
                page.number(),
                page.size(),
                total);
    }

    String add(Proposal proposal, String reason, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO gift_policy (number, base, state, never, least_percent, reason,
                            proposed_by_id, proposed_by, proposed_at)
                        VALUES ('GP' || lpad(nextval('gift_policy_number')::text, 6, '0'), :base,
                            'WAITING', :never::text[], :leastPercent, :reason, :byId, :byName, :now)
                        RETURNING number
                        """)
                .param("base", proposal.seen())
                .param("never", Columns.of(EnumSet.copyOf(proposal.never()), Enum::name))
                .param("leastPercent", proposal.leastPercent())
                .param("reason", reason)
                .param("byId", proposal.by().id())
                .param("byName", proposal.by().name())
                .param("now", Instants.parameter(now))
                .query(String.class)
                .single();
    }

    void decide(String number, PolicyState state, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE gift_policy SET state = :state, decision = :reason,
                            version = CASE :state WHEN 'AGREED' THEN base + 1 END,
                            decided_by_id = :byId, decided_by = :byName, decided_at = :now
                        WHERE number = :number
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("byId", by.id())
                .param("byName", by.name())
                .param("now", Instants.parameter(now))
                .param("number", number)
                .update();
    }

    private static PolicyView view(ResultSet row, int number) throws SQLException {
        return new PolicyView(
                row.getString("number"),
                PolicyState.valueOf(row.getString("state")),
                terms(row),
                row.getString("reason"),
                proposer(row),
                Instants.sure(row, "proposed_at"),
                row.getString("decided_by"),
                row.getString("decision"),
                Instants.read(row, "decided_at"));
    }

    /** The first version was code, which nobody of the house proposed. */
    private static Actor proposer(ResultSet row) throws SQLException {
        String login = row.getString("proposed_by_id");
        return row.getInt("base") == 0
                ? Actor.system(login)
                : Actor.staff(login, row.getString("proposed_by"));
    }

    private static GiftTerms terms(ResultSet row) throws SQLException {
        Set<RegulatoryCategory> never = EnumSet.noneOf(RegulatoryCategory.class);
        String[] names = (String[]) row.getArray("never").getArray();
        Arrays.stream(names).map(RegulatoryCategory::valueOf).forEach(never::add);
        return new GiftTerms(row.getInt("version"), never, row.getInt("least_percent"));
    }
}
