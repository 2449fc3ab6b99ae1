package io.mallhub.identity;

import io.mallhub.shared.Actor;
import io.mallhub.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * @param roles built-in roles he was given
 * @param teamRoles roles of the house he was given
 * @param standIns roles whose tasks he does for colleagues now; filled where one person is asked
 *     for, empty in lists
 * @param permissions what he may open and do now, by code; filled where one person is asked for,
 *     empty in lists
 * @param phone where customers reach him; empty for none
 * @param passwordVersion counts changes of the password: a session opened under an older one is
 *     over
 */
public record StaffView(
        UserId id,
        String login,
        String name,
        Set<Role> roles,
        Set<TeamRole> teamRoles,
        List<StandIn> standIns,
        Set<String> permissions,
        boolean enabled,
        int passwordVersion,
        String phone) {
    public StaffView {
        roles = Set.copyOf(roles);
        teamRoles = Set.copyOf(teamRoles);
        standIns = List.copyOf(standIns);
        permissions = Set.copyOf(permissions);
    }

    /** Somebody with built-in roles alone, who stands in for nobody. */
    public StaffView(
            UserId id,
            String login,
            String name,
            Set<Role> roles,
            boolean enabled,
            int passwordVersion,
            String phone) {
        this(
                id,
                login,
                name,
                roles,
                Set.of(),
                List.of(),
                Set.of(),
                enabled,
                passwordVersion,
                phone);
    }

    /** As above, whom no customer reaches. */
    public StaffView(
            UserId id,
            String login,
            String name,
            Set<Role> roles,
            boolean enabled,
            int passwordVersion) {
        this(id, login, name, roles, enabled, passwordVersion, "");
    }

    public StaffView standingIn(List<StandIn> now) {
        return new StaffView(
                id,
                login,
                name,
                roles,
                teamRoles,
                now,
                permissions,
                enabled,
                passwordVersion,
                phone);
    }

    public StaffView having(Set<TeamRole> more) {
        return new StaffView(
                id,
                login,
                name,
                roles,
                more,
                standIns,
                permissions,
                enabled,
                passwordVersion,
                phone);
    }

    public StaffView permitted(Set<String> now) {
        return new StaffView(
                id, login, name, roles, teamRoles, standIns, now, enabled, passwordVersion, phone);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Roles whose tasks are his own: given to him, or by a role of the house. */
    public Set<Role> duties() {
        return Stream.concat(
                        roles.stream(), teamRoles.stream().flatMap(one -> one.duties().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Roles whose tasks he may do: his own and those a colleague gave him. */
    public Set<Role> taskRoles() {
        return Stream.concat(duties().stream(), standIns.stream().map(StandIn::role))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Candidate groups of the tasks he may do. */
    public Set<String> groups() {
        return taskRoles().stream().map(Role::group).collect(Collectors.toUnmodifiableSet());
    }

    /** For whom he would do a task of these groups; nobody, where a role of his own fits. */
    public List<StandIn> standsInFor(Collection<String> groups) {
        boolean inHisOwnRight = duties().stream().map(Role::group).anyMatch(groups::contains);
        return inHisOwnRight
                ? List.of()
                : standIns.stream().filter(one -> groups.contains(one.role().group())).toList();
    }

    /** Whether he may take over a task of these groups that this colleague has taken. */
    public boolean mayTakeOver(String assignee, Collection<String> groups) {
        return standIns.stream()
                .anyMatch(
                        one -> one.login().equals(assignee) && groups.contains(one.role().group()));
    }

    public Actor actor() {
        return Actor.staff(login, name);
    }
}
