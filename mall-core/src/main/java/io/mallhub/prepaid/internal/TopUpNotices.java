package io.mallhub.prepaid.internal;

import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpView;
import io.mallhub.prepaid.TopUpRules.Bonus;
import io.mallhub.prepaid.TopUpView;
import io.mallhub.prepaid.TopUps.RecordTopUp;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What finance and the company are told of a top-up, in the transaction that does it. */
@Component
class TopUpNotices {
    private final Notifications notifications;

    TopUpNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    void recorded(String number, String customerName, RecordTopUp command) {
        notifications.send(
                new Notify(
                        "top-up-recorded/" + number,
                        new Recipient.StaffGroup(Role.FINANCE),
                        "top-up-recorded",
                        Map.of(
                                "number",
                                number,
                                "customer",
                                customerName,
                                "amount",
                                command.amount().toString(),
                                "by",
                                command.by().name()),
                        "/console/prepaid/top-ups/" + number));
    }

    void credited(TopUpView topUp) {
        tellCompany("top-up-credited", topUp, "");
    }

    void takenBack(TopUpView topUp, String reason) {
        tellCompany("top-up-taken-back", topUp, reason);
    }

    void ownCredited(OwnTopUpView topUp, Bonus bonus) {
        notifications.send(
                new Notify(
                        "own-top-up-credited/" + topUp.number(),
                        new Recipient.Company(topUp.customer()),
                        "own-top-up-credited",
                        Map.of(
                                "number", topUp.number(),
                                "amount", topUp.amount().toString(),
                                "bonus", bonus.amount().toString()),
                        "/prepaid"));
    }

    private void tellCompany(String what, TopUpView topUp, String reason) {
        notifications.send(
                new Notify(
                        what + "/" + topUp.number(),
                        new Recipient.Company(topUp.customer()),
                        what,
                        Map.of(
                                "amount", topUp.amount().toString(),
                                "bonus", topUp.bonus().toString(),
                                "reference", topUp.bankReference(),
                                "reason", reason),
                        "/prepaid"));
    }
}
