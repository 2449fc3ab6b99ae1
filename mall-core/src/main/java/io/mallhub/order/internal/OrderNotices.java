package io.mallhub.order.internal;

import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.order.EarnedCoupons;
import io.mallhub.shared.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the buyer is told of his order, in the transaction that does it. */
@Component
class OrderNotices {
    private final Notifications notifications;

    OrderNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    /** The company learns at once what was ordered in its name. */
    void placedOnBehalf(Order order) {
        notifications.send(
                new Notify(
                        "order-on-behalf/" + order.number(),
                        new Recipient.Company(order.customer()),
                        "order-on-behalf",
                        Map.of(
                                "number", order.number(),
                                "salesperson", order.submission().byName(),
                                "total", order.total().toString()),
                        "/orders/" + order.number()));
    }

    /** Gifts that may not go to him any more; for the desk, which looks after the ERP's order. */
    void giftsLeftOut(Order order, List<OrderLine> gifts) {
        String names =
                gifts.stream()
                        .map(it -> it.name() + " (" + it.code() + ")")
                        .distinct()
                        .collect(Collectors.joining(", "));
        Map<String, String> said = Map.of("number", order.number(), "gifts", names);
        notifications.send(
                new Notify(
                        "order-gift-left-out/" + order.changeKey(),
                        new Recipient.Company(order.customer()),
                        "order-gift-left-out",
                        said,
                        "/orders/" + order.number()));
        notifications.send(
                new Notify(
                        "order-gift-left-out-desk/" + order.changeKey(),
                        new Recipient.StaffGroup(Role.SALES),
                        "order-gift-left-out-desk",
                        said,
                        "/console/orders/" + order.number()));
    }

    /** For the desk: a buyer wants less. */
    void partRequested(Order order, long part, String reason) {
        notifications.send(
                new Notify(
                        "order-part-requested/" + part,
                        new Recipient.StaffGroup(Role.SALES),
                        "order-part-requested",
                        Map.of(
                                "number", order.number(),
                                "customer", order.customerName(),
                                "reason", reason),
                        "/console/orders/" + order.number()));
    }

    /**
     * @param back what goes back
     */
    void partCancelled(Order order, OrderChange change, Money back) {
        notifications.send(
                new Notify(
                        "order-part-cancelled/" + order.changeKey(),
                        new Recipient.Company(order.customer()),
                        "order-part-cancelled",
                        Map.of(
                                "number", order.number(),
                                "before", change.totalBefore().toString(),
                                "after", order.total().toString(),
                                "back", back.toString()),
                        "/orders/" + order.number()));
    }

    void partTooLate(Order order, long part, String words) {
        partRefused(order, part, "order-part-too-late", Map.of("words", words));
    }

    void partOutdated(Order order, long part) {
        partRefused(order, part, "order-part-outdated", Map.of());
    }

    /** Buyer and desk alike. */
    private void partRefused(Order order, long part, String kind, Map<String, String> more) {
        Map<String, String> said = new HashMap<>(more);
        said.put("number", order.number());
        notifications.send(
                new Notify(
                        kind + "/" + part,
                        new Recipient.Company(order.customer()),
                        kind,
                        said,
                        "/orders/" + order.number()));
        notifications.send(
                new Notify(
                        kind + "-desk/" + part,
                        new Recipient.StaffGroup(Role.SALES),
                        kind,
                        said,
                        "/console/orders/" + order.number()));
    }

    /** The coupon that this order earned takes less off another order than was charged for it. */
    void couponChargeBack(Order order, EarnedCoupons.Use use, Money amount, String creditNote) {
        notifications.send(
                new Notify(
                        "coupon-charge-back/" + creditNote,
                        new Recipient.Company(order.customer()),
                        "coupon-charge-back",
                        Map.of(
                                "number", order.number(),
                                "other", use.usedBy(),
                                "coupon", use.coupon(),
                                "amount", amount.toString(),
                                "note", creditNote),
                        "/orders/" + order.number()));
    }

    void changed(Order order, OrderChange change, String reason) {
        notifications.send(
                new Notify(
                        "order-changed/" + order.changeKey(),
                        new Recipient.Company(order.customer()),
                        "order-changed",
                        Map.of(
                                "number", order.number(),
                                "reason", reason,
                                "before", change.totalBefore().toString(),
                                "after", order.total().toString()),
                        "/orders/" + order.number()));
    }
}
