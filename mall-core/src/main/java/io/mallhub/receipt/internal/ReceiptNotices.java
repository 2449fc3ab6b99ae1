package io.mallhub.receipt.internal;

import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.receipt.Announcements.AnnounceTransfer;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.receipt.HouseAccounts.HouseAccount;
import io.mallhub.receipt.OrderTransferReceived;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.receipt.ReceiptView;
import io.mallhub.receipt.Repayments.RepaymentView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What finance and the company are told of a receipt, in the transaction that does it. */
@Component
class ReceiptNotices {
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(MallTime.ZONE);

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
                                transfer.bankReference(),
                                "for",
                                transfer.order() == null
                                        ? "@announced." + transfer.purpose()
                                        : transfer.order()),
                        "/console/receivables/announced?state=OPEN"));
    }

    /**
     * @param until when he may announce again at the latest; null where nothing ends
     */
    void declined(AnnouncementView announced, String reason, @Nullable Instant until) {
        Map<String, String> said = new HashMap<>();
        said.put("amount", announced.amount().toString());
        said.put("reference", announced.bankReference());
        said.put("reason", reason);
        if (until != null) {
            said.put("until", UNTIL.format(until));
        }
        notifications.send(
                new Notify(
                        "transfer-declined/" + announced.number(),
                        new Recipient.Company(announced.customer()),
                        until == null ? "transfer-declined" : "transfer-declined-grace",
                        said,
                        announced.order() == null
                                ? (announced.purpose() == Purpose.TOP_UP
                                        ? "/prepaid"
                                        : "/statement")
                                : "/orders/" + announced.order()));
    }

    void accountProposed(HouseAccount proposed, Actor by) {
        account("house-account-proposed", proposed, by.name());
    }

    void accountChanged(HouseAccount account) {
        account("house-account-changed", account, "");
    }

    private void account(String what, HouseAccount account, String by) {
        notifications.send(
                new Notify(
                        what + "/" + account.id(),
                        new Recipient.StaffGroup(Role.FINANCE),
                        what,
                        Map.of(
                                "payee", account.payee(),
                                "bank", account.bank(),
                                "account", account.account(),
                                "by", by),
                        "/console/prepaid/methods/account"));
    }

    void transferAsked(TransferView transfer) {
        buyer(
                "order-transfer-asked/" + transfer.order(),
                "order-transfer-asked",
                transfer.customer(),
                Map.of(
                        "number", transfer.order(),
                        "amount", transfer.amount().toString(),
                        "payee", transfer.account().payee(),
                        "account", transfer.account().account(),
                        "until", UNTIL.format(transfer.expiresAt())),
                "/orders/" + transfer.order());
    }

    void partPaid(ReceiptView receipt, OrderTransferReceived part) {
        buyer(
                "order-transfer-part/" + part.order() + "/" + part.receipt(),
                "order-transfer-part",
                receipt.customer(),
                Map.of(
                        "number", part.order(),
                        "amount", part.amount().toString(),
                        "missing", part.missing().toString()),
                "/orders/" + part.order());
    }

    /** Once a day as long as finance does not say what became of it. */
    void overdueWithFinance(TransferView transfer, Instant now) {
        notifications.send(
                new Notify(
                        "order-transfer-overdue/" + transfer.order() + "/" + MallTime.dateOf(now),
                        new Recipient.StaffGroup(Role.FINANCE),
                        "order-transfer-overdue",
                        Map.of(
                                "number", transfer.order(),
                                "customer", transfer.customerName(),
                                "amount", transfer.missing().toString(),
                                "until", UNTIL.format(transfer.expiresAt())),
                        "/console/receivables/announced?state=OPEN"));
    }

    void repaymentAsked(RepaymentView repayment) {
        repayment("repayment-asked", repayment, "");
    }

    void repaymentRecorded(RepaymentView repayment, Actor by) {
        repayment("repayment-recorded/" + repayment.bankReference(), repayment, by.name());
    }

    private void repayment(String occasion, RepaymentView repayment, String by) {
        String what =
                occasion.contains("/") ? occasion.substring(0, occasion.indexOf('/')) : occasion;
        notifications.send(
                new Notify(
                        occasion + "/" + repayment.number(),
                        new Recipient.StaffGroup(Role.FINANCE),
                        what,
                        Map.of(
                                "number", repayment.number(),
                                "customer", repayment.customerName(),
                                "amount", repayment.amount().toString(),
                                "order", repayment.order(),
                                "by", by),
                        "/console/receivables/repayments/" + repayment.number()));
    }

    void repaid(RepaymentView repayment) {
        about("repaid", repayment, "");
    }

    void kept(RepaymentView repayment, String reason) {
        about("repayment-kept", repayment, reason);
    }

    private void about(String what, RepaymentView repayment, String reason) {
        buyer(
                what + "/" + repayment.number(),
                what,
                repayment.customer(),
                Map.of(
                        "amount", repayment.amount().toString(),
                        "order", repayment.order(),
                        "reference", repayment.bankReference(),
                        "reason", reason),
                repayment.order().isEmpty() ? "/statement" : "/orders/" + repayment.order());
    }

    private void buyer(
            String occasion,
            String what,
            CustomerId customer,
            Map<String, String> values,
            String link) {
        notifications.send(
                new Notify(occasion, new Recipient.Company(customer), what, values, link));
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
