package io.mallhub.identity.internal;

import io.mallhub.identity.Permission;
import io.mallhub.identity.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A role as it is kept.
 *
 * @param given beyond what it usually has; a role of the house usually has nothing
 * @param taken of what it usually has
 */
record StoredRole(
        String code,
        boolean builtIn,
        String name,
        String purpose,
        Set<Role> duties,
        Set<String> given,
        Set<String> taken,
        long version,
        @Nullable Instant retiredAt) {
    StoredRole {
        duties = Set.copyOf(duties);
        given = Set.copyOf(given);
        taken = Set.copyOf(taken);
    }

    /** A built-in role that nobody changed. */
    static StoredRole delivered(Role role) {
        return new StoredRole(role.name(), true, "", "", Set.of(role), Set.of(), Set.of(), 0, null);
    }

    static StoredRole ofTheHouse(
            String code, String name, String purpose, Set<Role> duties, Set<String> permissions) {
        return new StoredRole(code, false, name, purpose, duties, permissions, Set.of(), 1, null);
    }

    boolean has(Permission permission) {
        return switch (permission.reach()) {
            case EVERYBODY -> false;
            case KEYS -> code.equals(Role.ADMIN.name());
            case ROLES ->
                    given.contains(permission.code())
                            || (isUsual(permission) && !taken.contains(permission.code()));
        };
    }

    /** The next version, with exactly these of what is declared. */
    StoredRole changed(
            String newName,
            String newPurpose,
            Set<Role> newDuties,
            Set<String> permissions,
            Declared declared) {
        Set<String> usual =
                declared.all().stream()
                        .filter(this::isUsual)
                        .map(Permission::code)
                        .collect(Collectors.toSet());
        Set<String> more = new HashSet<>(permissions);
        more.removeAll(usual);
        usual.removeAll(permissions);
        return new StoredRole(
                code,
                builtIn,
                builtIn ? name : newName,
                builtIn ? purpose : newPurpose,
                builtIn ? duties : newDuties,
                more,
                usual,
                version + 1,
                retiredAt);
    }

    StoredRole retired(Instant at) {
        return new StoredRole(
                code, builtIn, name, purpose, Set.of(), Set.of(), Set.of(), version + 1, at);
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    private boolean isUsual(Permission permission) {
        return builtIn && permission.usual().contains(Role.valueOf(code));
    }
}
