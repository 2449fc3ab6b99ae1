package io.mallhub.identity.internal;

import io.mallhub.identity.DelegationState;
import io.mallhub.identity.DelegationView;
import io.mallhub.identity.Delegations.GiveRole;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIn;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DelegationTable {
    /** Runs while both are there and the giver has what he gives. */
    private static final String RUNNING =
            """
             FROM delegation d
            JOIN account p ON p.id = d.principal AND p.enabled
            JOIN account x ON x.id = d.delegate AND x.enabled
            JOIN staff_duty s ON s.account = p.id AND s.role = d.role
            WHERE d.starts_at <= :now AND :now < d.ends_at
                AND (d.revoked_at IS NULL OR :now < d.revoked_at)
            """;

    private static final String SHOWN =
            """
            SELECT d.*, p.login AS p_login, p.name AS p_name, x.login AS x_login,
                x.name AS x_name
            """;

    private static final String WITH_PEOPLE =
            """
             FROM delegation d
            JOIN account p ON p.id = d.principal JOIN account x ON x.id = d.delegate
            """;

    private static final String MINE =
            """
            WHERE :login::text IS NULL OR p.login_key = :login OR x.login_key = :login
            """;

    private final JdbcClient jdbc;

    DelegationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By delegate: the tasks they do for colleagues now. */
    Map<UUID, List<Holding.Through>> running(Collection<UUID> delegates, Instant now) {
        return jdbc
                .sql(
                        """
                        SELECT d.delegate, d.role, p.login, p.name, d.until_day,
                            array(SELECT role FROM staff_role r WHERE r.account = p.id
                                UNION SELECT role FROM staff_team_role r WHERE r.account = p.id)
                                AS codes
                        """
                                + RUNNING
                                + " AND d.delegate IN (:delegates) ORDER BY p.login_key, d.role")
                .param("delegates", delegates)
                .param("now", Instants.parameter(now))
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), through(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Holding.Through through(ResultSet row) throws SQLException {
        return new Holding.Through(
                new StandIn(
                        Role.valueOf(row.getString("role")),
                        row.getString("login"),
                        row.getString("name"),
                        row.getObject("until_day", LocalDate.class)),
                Set.copyOf(TeamRoleTable.texts(row, "codes")));
    }

    /** Waits for a revocation that is going on, and makes a later one wait. */
    List<Eyes.Principal> holdRunning(String delegateKey, Collection<Role> roles, Instant now) {
        return jdbc.sql(
                        "SELECT d.id, p.login, p.name"
                                + RUNNING
                                + " AND x.login_key = :delegate AND d.role IN (:roles) ORDER BY d.starts_at, d.id"
                                + " FOR SHARE OF d")
                .param("delegate", delegateKey)
                .param("now", Instants.parameter(now))
                .param("roles", roles.stream().map(Role::name).toList())
                .query(
                        (row, n) ->
                                new Eyes.Principal(
                                        row.getObject(1, UUID.class),
                                        Actor.staff(row.getString(2), row.getString(3))))
                .list();
    }

    boolean overlaps(UUID principal, UUID delegate, Role role, Instant starts, Instant ends) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM delegation
                            WHERE principal = ? AND delegate = ? AND role = ?
                                AND revoked_at IS NULL AND starts_at < ? AND ? < ends_at)
                        """)
                .params(
                        principal,
                        delegate,
                        role.name(),
                        Instants.parameter(ends),
                        Instants.parameter(starts))
                .query(Boolean.class)
                .single();
    }

    void add(
            UUID id,
            GiveRole given,
            UUID principal,
            UUID delegate,
            Instant starts,
            Instant ends,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO delegation (id, principal, delegate, role, from_day, until_day,
                            starts_at, ends_at, reason, given_at, given_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        principal,
                        delegate,
                        given.role().name(),
                        given.from(),
                        given.until(),
                        Instants.parameter(starts),
                        Instants.parameter(ends),
                        given.reason().strip(),
                        Instants.parameter(now),
                        given.by().name())
                .update();
    }

    /** Decisions under this delegation that are going on end first. */
    boolean lock(UUID id) {
        return jdbc.sql("SELECT id FROM delegation WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    Optional<DelegationView> find(UUID id, Instant now) {
        return jdbc.sql(SHOWN + WITH_PEOPLE + "WHERE d.id = :id")
                .param("id", id)
                .query((row, n) -> view(row, now))
                .optional();
    }

    void revoke(UUID id, Instant now, String by) {
        jdbc.sql("UPDATE delegation SET revoked_at = ?, revoked_by = ? WHERE id = ?")
                .params(Instants.parameter(now), by, id)
                .update();
    }

    Page<DelegationView> page(@Nullable String loginKey, Instant now, PageRequest page) {
        List<DelegationView> items =
                jdbc.sql(
                                SHOWN
                                        + WITH_PEOPLE
                                        + MINE
                                        + " ORDER BY d.starts_at DESC, d.id"
                                        + " LIMIT :size OFFSET :offset")
                        .param("login", loginKey)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, n) -> view(row, now))
                        .list();
        long total =
                jdbc.sql("SELECT count(*)" + WITH_PEOPLE + MINE)
                        .param("login", loginKey)
                        .query(Long.class)
                        .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static DelegationView view(ResultSet row, Instant now) throws SQLException {
        Instant revoked = Instants.read(row, "revoked_at");
        return new DelegationView(
                row.getObject("id", UUID.class),
                row.getString("p_login"),
                row.getString("p_name"),
                row.getString("x_login"),
                row.getString("x_name"),
                Role.valueOf(row.getString("role")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"),
                Instants.sure(row, "given_at"),
                row.getString("given_by"),
                revoked,
                row.getString("revoked_by"),
                state(row, revoked, now));
    }

    private static DelegationState state(ResultSet row, @Nullable Instant revoked, Instant now)
            throws SQLException {
        if (revoked != null) {
            return DelegationState.REVOKED;
        }
        if (now.isBefore(Instants.sure(row, "starts_at"))) {
            return DelegationState.PLANNED;
        }
        boolean ended = !now.isBefore(Instants.sure(row, "ends_at"));
        return ended ? DelegationState.ENDED : DelegationState.RUNNING;
    }
}
