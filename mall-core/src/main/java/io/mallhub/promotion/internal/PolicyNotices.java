package io.mallhub.promotion.internal;

import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is told of changes of the gift policy. */
@Component
class PolicyNotices {
    private final Notifications notifications;

    PolicyNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    /** It waits for somebody else: the quality head is asked, whoever proposed it. */
    void waiting(String number, String reason, Actor by) {
        notifications.send(
                new Notify(
                        "gift-policy-waiting/" + number,
                        new Recipient.StaffGroup(Role.QUALITY_HEAD),
                        "gift-policy-waiting",
                        Map.of("number", number, "by", by.name(), "reason", reason),
                        "/console/policies"));
    }
}
