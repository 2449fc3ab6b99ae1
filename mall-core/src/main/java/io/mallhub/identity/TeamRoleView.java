package io.mallhub.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param code of a built-in role, its name in {@link Role}
 * @param name empty where built in
 * @param purpose what it is for, in the words of the house
 * @param duties whose tasks its members take part in; a built-in role is its own
 * @param permissions without those that everybody has
 * @param members enabled staff
 * @param version counts changes; 0 as it was delivered
 * @param conflicts within this role alone
 */
public record TeamRoleView(
        String code,
        boolean builtIn,
        String name,
        String purpose,
        Set<Role> duties,
        Set<String> permissions,
        long members,
        long version,
        List<PermissionConflict> conflicts,
        @Nullable Instant retiredAt) {
    public boolean has(String permission) {
        return permissions.contains(permission);
    }

    public boolean isRetired() {
        return retiredAt != null;
    }
}
