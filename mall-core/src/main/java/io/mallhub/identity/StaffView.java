package io.mallhub.identity;

import io.mallhub.shared.Actor;
import io.mallhub.shared.UserId;
import java.util.Set;

/**
 * @param passwordVersion counts changes of the password: a session opened under an older one is
 *     over
 */
public record StaffView(
        UserId id,
        String login,
        String name,
        Set<Role> roles,
        boolean enabled,
        int passwordVersion) {
    public Actor actor() {
        return Actor.staff(login, name);
    }
}
