package io.mallhub.processes.renewal;

import io.mallhub.customer.DocumentData;
import io.mallhub.customer.RenewalView;
import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is told about renewals, to whom; each of it once. */
@Component
class RenewalNotices {
    private final Notifications notifications;

    RenewalNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    void remind(RenewalView renewal, int days) {
        Map<String, String> values = values(renewal, renewal.expiring().data());
        values.put("days", Integer.toString(days));
        company(renewal, "renewal-reminder", Integer.toString(days), values);
    }

    /** Lists the orders in the words of the desks. */
    void lapsed(RenewalView renewal, List<String> orders) {
        Map<String, String> values = values(renewal, renewal.expiring().data());
        values.put("orders", Integer.toString(orders.size()));
        values.put("numbers", String.join(", ", orders));
        company(renewal, "renewal-lapsed", "", values);
        for (Role desk : List.of(Role.QUALITY, Role.SALES)) {
            send(
                    renewal,
                    new Recipient.StaffGroup(desk),
                    "renewal-lapsed-staff",
                    desk.group(),
                    values,
                    "/console/compliance/renewals/" + renewal.number());
        }
    }

    void renewed(RenewalView renewal) {
        DocumentData inForce = Objects.requireNonNull(renewal.proposed()).data();
        company(renewal, "renewal-approved", "", values(renewal, inForce));
    }

    private void company(
            RenewalView renewal, String template, String occasion, Map<String, String> values) {
        send(
                renewal,
                new Recipient.Company(renewal.customer()),
                template,
                occasion,
                values,
                "/company/renewals/" + renewal.number());
    }

    private void send(
            RenewalView renewal,
            Recipient to,
            String template,
            String occasion,
            Map<String, String> values,
            String link) {
        String key = String.join("/", template, renewal.number(), occasion);
        notifications.send(new Notify(key, to, template, values, link));
    }

    private static Map<String, String> values(RenewalView renewal, DocumentData document) {
        Map<String, String> values = new HashMap<>();
        values.put("customer", renewal.customerName());
        values.put("document", "@DocumentType." + document.type());
        values.put("number", document.number());
        values.put("validUntil", Objects.toString(document.validUntil(), "@long-term"));
        return values;
    }
}
