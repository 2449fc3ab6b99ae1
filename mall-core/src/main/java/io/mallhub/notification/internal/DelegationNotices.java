package io.mallhub.notification.internal;

import io.mallhub.identity.RoleGiven;
import io.mallhub.identity.RoleTakenBack;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who stands in for a colleague is told, and both are told when the other one ends it. */
@Component
class DelegationNotices {
    private static final String PAGE = "/console/delegations";

    private final Notifications notifications;

    DelegationNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void on(RoleGiven given) {
        notifications.send(
                new Notify(
                        "delegation-given/" + given.delegation(),
                        new Recipient.Staff(given.delegate()),
                        "delegation-given",
                        Map.of(
                                "principal", given.principal(),
                                "from", given.from().toString(),
                                "until", given.until().toString(),
                                "reason", given.reason()),
                        PAGE));
    }

    @EventListener
    void on(RoleTakenBack ended) {
        Stream.of(ended.principal(), ended.delegate())
                .filter(login -> !login.equalsIgnoreCase(ended.by()))
                .forEach(login -> tellEnded(ended, login));
    }

    private void tellEnded(RoleTakenBack ended, String login) {
        notifications.send(
                new Notify(
                        "delegation-ended/" + ended.delegation() + "/" + login,
                        new Recipient.Staff(login),
                        "delegation-ended",
                        Map.of("by", ended.byName()),
                        PAGE));
    }
}
