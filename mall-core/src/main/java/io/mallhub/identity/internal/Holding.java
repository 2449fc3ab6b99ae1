package io.mallhub.identity.internal;

import io.mallhub.identity.Role;
import io.mallhub.identity.StandIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles one person has, and those he does the tasks of for colleagues. */
record Holding(
        UUID account,
        String login,
        String name,
        Set<Role> roles,
        Set<String> teamRoles,
        List<Through> standIns) {
    boolean has(String code) {
        return codes().contains(code);
    }

    Set<String> codes() {
        return Stream.concat(roles.stream().map(Role::name), teamRoles.stream())
                .collect(Collectors.toSet());
    }

    List<StandIn> tasksOfOthers() {
        return standIns.stream().map(Through::standIn).toList();
    }

    /**
     * @param codes of all roles the colleague has
     */
    record Through(StandIn standIn, Set<String> codes) {}
}
