package io.mallhub.identity.internal;

import io.mallhub.identity.Permission;
import io.mallhub.identity.Permission.Reach;
import io.mallhub.identity.Role;
import io.mallhub.identity.TeamRoles;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The keys of the house stay with the administration, and nobody makes himself able to do more. */
final class TeamRolePolicy {
    private TeamRolePolicy() {}

    /** Message key of what a role of the house may not be called. */
    static Optional<String> naming(String name, String purpose) {
        if (name.isEmpty()) {
            return Optional.of("team-role.no-name");
        }
        if (name.length() > TeamRoles.LONGEST_NAME) {
            return Optional.of("team-role.name-too-long");
        }
        return purpose.length() > TeamRoles.LONGEST_PURPOSE
                ? Optional.of("team-role.purpose-too-long")
                : Optional.empty();
    }

    /** Message key of why these permissions are not this role's. */
    static Optional<String> content(
            String code, Set<String> permissions, Set<Role> duties, Declared declared) {
        for (String one : permissions) {
            if (declared.find(one) == null) {
                return Optional.of("team-role.permission");
            }
        }
        boolean administration = code.equals(Role.ADMIN.name());
        for (Permission one : declared.all()) {
            if (one.reach() == Reach.KEYS && permissions.contains(one.code()) != administration) {
                return Optional.of("team-role.keys");
            }
        }
        return duties.stream().allMatch(Role::isDelegable)
                ? Optional.empty()
                : Optional.of("team-role.duty");
    }

    /** Whether the person could do more afterwards. */
    static boolean widens(Holding person, PermissionBook before, PermissionBook after) {
        return !before.permissionsOf(person).containsAll(after.permissionsOf(person))
                || !before.dutiesOf(person).containsAll(after.dutiesOf(person));
    }

    static <T> Set<T> without(Collection<T> all, Collection<T> some) {
        Set<T> left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }
}
