package io.mallhub.processes.registration;

import io.mallhub.customer.ApplicationRejected;
import io.mallhub.customer.CustomerActivated;
import io.mallhub.customer.SupplementRequested;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.shared.CustomerId;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What applicants are told, in the transaction of what it tells of. */
@Component
class RegistrationNotices {
    private static final String PAGE = "/registration";

    private final Notifications notifications;
    private final ProcessSettings settings;

    RegistrationNotices(Notifications notifications, ProcessSettings settings) {
        this.notifications = notifications;
        this.settings = settings;
    }

    @EventListener
    void on(SupplementRequested event) {
        tell(
                "application-supplement",
                event.number() + "/" + event.round(),
                event.customer(),
                Map.of(
                        "number", event.number(),
                        "request", event.request(),
                        "days", Long.toString(settings.registration().supplement().toDays())));
    }

    @EventListener
    void on(ApplicationRejected event) {
        tell(
                "application-rejected",
                event.number(),
                event.customer(),
                Map.of("number", event.number(), "reason", event.reason()));
    }

    @EventListener
    void on(CustomerActivated event) {
        tell(
                "application-active",
                event.applicationNumber(),
                event.customer(),
                Map.of("number", event.applicationNumber()));
    }

    private void tell(
            String template, String occasion, CustomerId company, Map<String, String> values) {
        notifications.send(
                new Notify(
                        template + "/" + occasion,
                        new Recipient.Company(company),
                        template,
                        values,
                        PAGE));
    }
}
