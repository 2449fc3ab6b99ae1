package io.mallhub.identity.internal;

import io.mallhub.identity.DeclaredPermissions;
import io.mallhub.identity.Permission;
import io.mallhub.identity.Permission.Reach;
import io.mallhub.identity.PermissionConflict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All there is to be permitted, at all doors together. A mall without doors permits nothing. */
@Component
class Declared {
    private final Map<String, Permission> byCode;
    private final Set<String> everybodys;
    private final List<PermissionConflict> conflicts;

    Declared(ObjectProvider<DeclaredPermissions> doors) {
        byCode =
                doors.orderedStream()
                        .flatMap(door -> door.permissions().stream())
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Permission::code, Function.identity()));
        everybodys =
                byCode.values().stream()
                        .filter(one -> one.reach() == Reach.EVERYBODY)
                        .map(Permission::code)
                        .collect(Collectors.toUnmodifiableSet());
        conflicts = doors.orderedStream().flatMap(door -> door.conflicts().stream()).toList();
    }

    Collection<Permission> all() {
        return byCode.values();
    }

    Set<String> everybodys() {
        return everybodys;
    }

    @Nullable Permission find(String code) {
        return byCode.get(code);
    }

    boolean goesWithTasks(String code) {
        Permission permission = byCode.get(code);
        return permission != null && permission.standIn();
    }

    List<PermissionConflict> conflictsIn(Collection<String> permissions) {
        return conflicts.stream().filter(one -> one.isIn(permissions)).toList();
    }
}
