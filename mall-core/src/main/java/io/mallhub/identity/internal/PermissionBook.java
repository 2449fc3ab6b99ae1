package io.mallhub.identity.internal;

import io.mallhub.identity.HeldPermissions.Source;
import io.mallhub.identity.Permission;
import io.mallhub.identity.PermissionConflict;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIn;
import io.mallhub.identity.TeamRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may what: all roles at one moment. Never changed, so that it can be remembered. */
final class PermissionBook {
    private final UUID stamp;
    private final Declared declared;
    private final Map<String, StoredRole> roles;
    private final Map<String, Set<String>> permissions;

    PermissionBook(UUID stamp, Declared declared, Collection<StoredRole> kept) {
        this.stamp = stamp;
        this.declared = declared;
        this.roles = new HashMap<>();
        Arrays.stream(Role.values())
                .map(StoredRole::delivered)
                .forEach(role -> roles.put(role.code(), role));
        kept.forEach(role -> roles.put(role.code(), role));
        this.permissions =
                roles.values().stream()
                        .collect(Collectors.toMap(StoredRole::code, this::permissions));
    }

    /** As it would be after one change. */
    PermissionBook with(StoredRole changed) {
        Map<String, StoredRole> after = new HashMap<>(roles);
        after.put(changed.code(), changed);
        return new PermissionBook(stamp, declared, after.values());
    }

    private Set<String> permissions(StoredRole role) {
        return declared.all().stream()
                .filter(role::has)
                .map(Permission::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    UUID stamp() {
        return stamp;
    }

    Collection<StoredRole> roles() {
        return roles.values();
    }

    Optional<StoredRole> role(String code) {
        return Optional.ofNullable(roles.get(code));
    }

    Set<String> permissionsOf(String code) {
        return permissions.getOrDefault(code, Set.of());
    }

    Set<TeamRole> teamRoles(Set<String> codes) {
        return codes.stream()
                .flatMap(code -> role(code).stream())
                .map(role -> new TeamRole(role.code(), role.name(), role.duties()))
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<Role> dutiesOf(Holding person) {
        Set<Role> duties = new HashSet<>(person.roles());
        teamRoles(person.teamRoles()).forEach(role -> duties.addAll(role.duties()));
        return duties;
    }

    Set<String> permissionsOf(Holding person) {
        Set<String> all = new HashSet<>(declared.everybodys());
        sourcesOf(person).forEach(one -> all.addAll(one.permissions()));
        return all;
    }

    Map<String, List<Source>> explain(Holding person) {
        Map<String, List<Source>> why = new TreeMap<>();
        for (Contribution one : sourcesOf(person)) {
            for (String permission : one.permissions()) {
                why.computeIfAbsent(permission, any -> new ArrayList<>()).add(one.source());
            }
        }
        return why;
    }

    List<PermissionConflict> conflictsIn(Collection<String> together) {
        return declared.conflictsIn(together);
    }

    private List<Contribution> sourcesOf(Holding person) {
        Stream<Contribution> builtIn =
                person.roles().stream()
                        .sorted()
                        .map(
                                role ->
                                        new Contribution(
                                                new Source.BuiltIn(role),
                                                permissionsOf(role.name())));
        Stream<Contribution> house =
                person.teamRoles().stream()
                        .sorted()
                        .flatMap(code -> role(code).stream())
                        .map(
                                role ->
                                        new Contribution(
                                                new Source.House(role.code(), role.name()),
                                                permissionsOf(role.code())));
        Stream<Contribution> others = person.standIns().stream().map(this::through);
        return Stream.of(builtIn, house, others).flatMap(it -> it).toList();
    }

    /** Of the roles by which the colleague has the duty: the pages, and the acts that are tasks. */
    private Contribution through(Holding.Through one) {
        StandIn standIn = one.standIn();
        Set<String> opened =
                one.codes().stream()
                        .flatMap(code -> role(code).stream())
                        .filter(role -> role.duties().contains(standIn.role()))
                        .flatMap(role -> permissionsOf(role.code()).stream())
                        .filter(declared::goesWithTasks)
                        .collect(Collectors.toUnmodifiableSet());
        return new Contribution(
                new Source.For(standIn.role(), standIn.name(), standIn.until()), opened);
    }

    private record Contribution(Source source, Set<String> permissions) {}
}
