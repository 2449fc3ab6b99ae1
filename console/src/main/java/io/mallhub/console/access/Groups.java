package io.mallhub.console.access;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import java.util.Set;
import java.util.stream.Collectors;

/** The candidate groups of user tasks a person belongs to. */
public final class Groups {
    private Groups() {}

    public static Set<String> of(StaffView person) {
        return person.roles().stream().map(Role::group).collect(Collectors.toUnmodifiableSet());
    }
}
