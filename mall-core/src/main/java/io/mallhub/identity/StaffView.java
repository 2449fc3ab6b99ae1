package io.mallhub.identity;

import io.mallhub.shared.Actor;
import io.mallhub.shared.UserId;
import java.util.Set;

public record StaffView(UserId id, String login, String name, Set<Role> roles, boolean enabled) {
    public Actor actor() {
        return Actor.staff(login, name);
    }
}
