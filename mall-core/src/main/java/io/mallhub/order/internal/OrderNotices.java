package io.mallhub.order.internal;

import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import java.util.Map;
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

    void changed(Order order, OrderChange change, String reason) {
        notifications.send(
                new Notify(
                        "order-changed/" + order.number() + "/" + order.revision(),
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
