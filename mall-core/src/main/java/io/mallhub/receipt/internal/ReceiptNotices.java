package io.mallhub.receipt.internal;

import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.receipt.Announcements.AnnounceTransfer;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.ReceiptView;
import io.mallhub.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What finance and the company are told of a receipt, in the transaction that does it. */
@Component
class ReceiptNotices {
    private final Notifications notifications;

    ReceiptNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    void recorded(ReceiptView receipt, Actor by) {
        tellFinance("receipt-recorded", receipt.number(), receipt, by, "");
    }

    void reversalAsked(ReceiptView receipt, int request, String reason, Actor by) {
        String key = receipt.number() + "/" + request;
        tellFinance("receipt-reversal-asked", key, receipt, by, reason);
    }

    private void tellFinance(
            String what, String key, ReceiptView receipt, Actor by, String reason) {
        notifications.send(
                new Notify(
                        what + "/" + key,
                        new Recipient.StaffGroup(Role.FINANCE),
                        what,
                        Map.of(
                                "number", receipt.number(),
                                "customer", receipt.customerName(),
                                "amount", receipt.amount().toString(),
                                "by", by.name(),
                                "reason", reason),
                        "/console/receivables/receipts/" + receipt.number()));
    }

    void announced(String number, String customerName, AnnounceTransfer transfer) {
        notifications.send(
                new Notify(
                        "transfer-announced/" + number,
                        new Recipient.StaffGroup(Role.FINANCE),
                        "transfer-announced",
                        Map.of(
                                "number",
                                number,
                                "customer",
                                customerName,
                                "amount",
                                transfer.amount().toString(),
                                "reference",
                                transfer.bankReference()),
                        "/console/receivables/announced?state=OPEN"));
    }

    void declined(AnnouncementView announced, String reason) {
        notifications.send(
                new Notify(
                        "transfer-declined/" + announced.number(),
                        new Recipient.Company(announced.customer()),
                        "transfer-declined",
                        Map.of(
                                "amount", announced.amount().toString(),
                                "reference", announced.bankReference(),
                                "reason", reason),
                        "/statement"));
    }

    void booked(ReceiptView receipt) {
        tellCompany("receipt-booked", receipt, "");
    }

    void takenBack(ReceiptView receipt, String reason) {
        tellCompany("receipt-taken-back", receipt, reason);
    }

    private void tellCompany(String what, ReceiptView receipt, String reason) {
        notifications.send(
                new Notify(
                        what + "/" + receipt.number(),
                        new Recipient.Company(receipt.customer()),
                        what,
                        Map.of(
                                "amount", receipt.amount().toString(),
                                "reference", receipt.bankReference(),
                                "reason", reason),
                        "/statement"));
    }
}
