package io.mallhub.commission.internal;

import io.mallhub.commission.CommissionPaid;
import io.mallhub.commission.StatementPublished;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerView;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells beneficiaries of their statements and money, with the change itself. */
@Component
class CommissionNotices {
    private final Notifications notifications;
    private final Accounts accounts;

    CommissionNotices(Notifications notifications, Accounts accounts) {
        this.notifications = notifications;
        this.accounts = accounts;
    }

    @EventListener
    void on(StatementPublished event) {
        tell("commission-published", event.number(), event.beneficiary(), Map.of());
    }

    @EventListener
    void on(CommissionPaid event) {
        tell(
                "commission-paid",
                event.number(),
                event.beneficiary(),
                Map.of("amount", event.amount().toString()));
    }

    private void tell(String what, String number, String who, Map<String, String> more) {
        boolean staff = accounts.staff(who).isPresent();
        Recipient to =
                accounts.buyer(who)
                        .map(BuyerView::company)
                        .<Recipient>map(Recipient.Company::new)
                        .orElseGet(() -> new Recipient.Staff(who));
        Map<String, String> values = new HashMap<>(more);
        values.put("number", number);
        notifications.send(
                new Notify(
                        what + "/" + number,
                        to,
                        what,
                        values,
                        staff ? "/console/my-commission/" + number : ""));
    }
}
