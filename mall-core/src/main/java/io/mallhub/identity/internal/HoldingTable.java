package io.mallhub.identity.internal;

import io.mallhub.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which roles people have. */
@Component
class HoldingTable {
    private final JdbcClient jdbc;
    private final DelegationTable delegations;
    private final Clock clock;

    HoldingTable(JdbcClient jdbc, DelegationTable delegations, Clock clock) {
        this.jdbc = jdbc;
        this.delegations = delegations;
        this.clock = clock;
    }

    Optional<Holding> of(UUID account) {
        return of(List.of(account)).stream().findFirst();
    }

    Optional<Holding> of(String loginKey) {
        return jdbc.sql("SELECT id FROM account WHERE login_key = ? AND kind = 'STAFF'")
                .param(loginKey)
                .query(UUID.class)
                .optional()
                .flatMap(this::of);
    }

    /** By login. */
    List<Holding> of(Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Holding.Through>> running = delegations.running(accounts, clock.instant());
        return jdbc.sql(
                        """
                        SELECT a.id, a.login, a.name,
                            array(SELECT role FROM staff_role r WHERE r.account = a.id) AS roles,
                            array(SELECT role FROM staff_team_role r WHERE r.account = a.id)
                                AS team_roles
                        FROM account a WHERE a.id IN (:accounts) ORDER BY a.login_key
                        """)
                .param("accounts", accounts)
                .query((row, n) -> holding(row, running))
                .list();
    }

    private static Holding holding(ResultSet row, Map<UUID, List<Holding.Through>> running)
            throws SQLException {
        UUID account = row.getObject("id", UUID.class);
        return new Holding(
                account,
                row.getString("login"),
                row.getString("name"),
                TeamRoleTable.texts(row, "roles").stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(TeamRoleTable.texts(row, "team_roles")),
                running.getOrDefault(account, List.of()));
    }

    /** Roles of the house by account, for lists: one query. */
    Map<UUID, Set<String>> teamRolesOf(Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT account, role FROM staff_team_role WHERE account IN (:accounts)")
                .param("accounts", accounts)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Enabled staff who have the role, or do tasks for a colleague who has it. */
    List<Holding> reachedBy(String code) {
        List<UUID> accounts =
                jdbc.sql(
                                """
                                WITH holders AS (
                                    SELECT account FROM staff_role WHERE role = :code
                                    UNION SELECT account FROM staff_team_role WHERE role = :code)
                                SELECT a.id FROM account a WHERE a.enabled AND (
                                    a.id IN (SELECT account FROM holders)
                                    OR a.id IN (SELECT delegate FROM delegation
                                        WHERE principal IN (SELECT account FROM holders)))
                                """)
                        .param("code", code)
                        .query(UUID.class)
                        .list();
        return of(accounts);
    }

    void give(UUID account, Collection<String> roles) {
        jdbc.sql("DELETE FROM staff_team_role WHERE account = ?").param(account).update();
        jdbc.sql("INSERT INTO staff_team_role (account, role) SELECT ?, unnest(?::text[])")
                .params(account, roles.toArray(String[]::new))
                .update();
    }

    void takeFromAll(String code) {
        jdbc.sql("DELETE FROM staff_team_role WHERE role = ?").param(code).update();
    }

    /** Whether one of these duties is the person's own. */
    boolean isHisOwn(Collection<Role> duties, String loginKey) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM staff_duty d JOIN account a ON a.id = d.account
                            WHERE a.login_key = :login AND d.role IN (:duties))
                        """)
                .param("login", loginKey)
                .param("duties", duties.stream().map(Role::name).toList())
                .query(Boolean.class)
                .single();
    }
}
