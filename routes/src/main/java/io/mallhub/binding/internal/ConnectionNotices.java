package io.mallhub.binding.internal;

import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who look after connections what does not mend itself. */
@Component
class ConnectionNotices {
    private static final List<Role> KEEPERS = List.of(Role.INTEGRATION, Role.OPERATOR);

    private final Notifications notifications;
    private final Clock clock;

    ConnectionNotices(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** In the transaction that pauses it. */
    void pausedItself(String connection, String reason) {
        tell("connection-paused", connection, Map.of("reason", reason));
    }

    /** Once in a row of failures. */
    void keepsFailing(String connection, String flow, int failures, String reason) {
        tell(
                "flow-failing",
                connection,
                Map.of("flow", flow, "times", Integer.toString(failures), "reason", reason));
    }

    private void tell(String template, String connection, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("connection", connection);
        for (Role role : KEEPERS) {
            notifications.send(
                    new Notify(
                            "%s/%s/%s/%s".formatted(template, connection, role, clock.instant()),
                            new Recipient.StaffGroup(role),
                            template,
                            all,
                            "/console/integration/connections/" + connection));
        }
    }
}
