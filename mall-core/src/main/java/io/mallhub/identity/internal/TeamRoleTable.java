package io.mallhub.identity.internal;

import io.mallhub.identity.Role;
import io.mallhub.identity.TeamRoleChange;
import io.mallhub.identity.TeamRoleChange.What;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TeamRoleTable {
    private final JdbcClient jdbc;

    TeamRoleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID stamp() {
        return jdbc.sql("SELECT stamp FROM team_role_book").query(UUID.class).single();
    }

    /** Changes of roles, and of who is administrator, wait for each other here. */
    void lock() {
        jdbc.sql("SELECT stamp FROM team_role_book FOR UPDATE").query(UUID.class).single();
    }

    /** From the commit on nobody goes by what he remembers. */
    void turnOver() {
        jdbc.sql("UPDATE team_role_book SET stamp = gen_random_uuid()").update();
    }

    /** Built-in roles that nobody changed are not among them. One statement, one moment. */
    List<StoredRole> all() {
        return jdbc.sql(
                        """
                        SELECT r.*,
                            array(SELECT permission FROM team_role_permission p
                                WHERE p.role = r.code AND p.given) AS given,
                            array(SELECT permission FROM team_role_permission p
                                WHERE p.role = r.code AND NOT p.given) AS taken,
                            array(SELECT duty FROM team_role_duty d WHERE d.role = r.code)
                                AS duties
                        FROM team_role r
                        """)
                .query((row, n) -> role(row))
                .list();
    }

    private static StoredRole role(ResultSet row) throws SQLException {
        boolean builtIn = row.getBoolean("built_in");
        String code = row.getString("code");
        return new StoredRole(
                code,
                builtIn,
                row.getString("name"),
                row.getString("purpose"),
                builtIn
                        ? Set.of(Role.valueOf(code))
                        : texts(row, "duties").stream()
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                Set.copyOf(texts(row, "given")),
                Set.copyOf(texts(row, "taken")),
                row.getLong("version"),
                Instants.read(row, "retired_at"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    String nextCode() {
        return jdbc.sql("SELECT 'team-' || nextval('team_role_code')").query(String.class).single();
    }

    boolean isNameTaken(String name, String exceptCode) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM team_role WHERE lower(name) = lower(?)
                            AND NOT built_in AND retired_at IS NULL AND code <> ?)
                        """)
                .params(name, exceptCode)
                .query(Boolean.class)
                .single();
    }

    void store(StoredRole role, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO team_role (code, built_in, name, purpose, version, made_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name,
                            purpose = excluded.purpose, version = excluded.version
                        """)
                .params(
                        role.code(),
                        role.builtIn(),
                        role.name(),
                        role.purpose(),
                        role.version(),
                        Instants.parameter(now))
                .update();
        if (role.isRetired()) {
            jdbc.sql("UPDATE team_role SET retired_at = ? WHERE code = ?")
                    .params(Instants.parameter(now), role.code())
                    .update();
        }
        jdbc.sql("DELETE FROM team_role_permission WHERE role = ?").param(role.code()).update();
        jdbc.sql("DELETE FROM team_role_duty WHERE role = ?").param(role.code()).update();
        keep(role.code(), role.given(), true);
        keep(role.code(), role.taken(), false);
        if (!role.builtIn()) {
            jdbc.sql("INSERT INTO team_role_duty (role, duty) SELECT ?, unnest(?::text[])")
                    .params(role.code(), names(role.duties()))
                    .update();
        }
    }

    private void keep(String code, Set<String> permissions, boolean given) {
        jdbc.sql(
                        """
                        INSERT INTO team_role_permission (role, permission, given)
                        SELECT ?, unnest(?::text[]), ?
                        """)
                .params(code, permissions.toArray(String[]::new), given)
                .update();
    }

    void addChange(String code, TeamRoleChange change) {
        jdbc.sql(
                        """
                        INSERT INTO team_role_change (role, version, what, name, gained, lost,
                            duties_gained, duties_lost, reason, by_name, at)
                        VALUES (?, ?, ?, ?, ?::text[], ?::text[], ?::text[], ?::text[], ?, ?, ?)
                        """)
                .params(
                        code,
                        change.version(),
                        change.what().name(),
                        change.name(),
                        change.gained().toArray(String[]::new),
                        change.lost().toArray(String[]::new),
                        names(change.dutiesGained()),
                        names(change.dutiesLost()),
                        change.reason(),
                        change.by(),
                        Instants.parameter(change.at()))
                .update();
    }

    Page<TeamRoleChange> history(String code, PageRequest page) {
        List<TeamRoleChange> items =
                jdbc.sql(
                                """
                                SELECT * FROM team_role_change WHERE role = ?
                                ORDER BY version DESC LIMIT ? OFFSET ?
                                """)
                        .params(code, page.size(), page.offset())
                        .query((row, n) -> change(row))
                        .list();
        long total =
                jdbc.sql("SELECT count(*) FROM team_role_change WHERE role = ?")
                        .param(code)
                        .query(Long.class)
                        .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static TeamRoleChange change(ResultSet row) throws SQLException {
        return new TeamRoleChange(
                row.getLong("version"),
                What.valueOf(row.getString("what")),
                row.getString("name"),
                texts(row, "gained"),
                texts(row, "lost"),
                texts(row, "duties_gained").stream().map(Role::valueOf).toList(),
                texts(row, "duties_lost").stream().map(Role::valueOf).toList(),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "at"));
    }

    /** Enabled staff by role, built-in or of the house. */
    Map<String, Long> members() {
        return jdbc
                .sql(
                        """
                        SELECT m.role, count(*) AS members FROM (
                            SELECT account, role FROM staff_role
                            UNION ALL SELECT account, role FROM staff_team_role) m
                        JOIN account a ON a.id = m.account AND a.enabled GROUP BY m.role
                        """)
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }
}
