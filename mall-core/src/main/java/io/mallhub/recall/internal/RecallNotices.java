package io.mallhub.recall.internal;

import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.order.ShippedBatches.Receiver;
import io.mallhub.recall.RecallClass;
import io.mallhub.recall.internal.RecallRows.Recall;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One notice per buyer: who has to be told by when, who was told, who has confirmed. */
@Component
class RecallNotices {
    private final JdbcClient jdbc;
    private final Notifications notifications;

    RecallNotices(JdbcClient jdbc, Notifications notifications) {
        this.jdbc = jdbc;
        this.notifications = notifications;
    }

    record Row(
            CustomerId customer,
            String name,
            Instant due,
            @Nullable Instant notifiedAt,
            @Nullable Instant confirmedAt,
            @Nullable Actor confirmedBy) {}

    /**
     * Writes the buyer down, or writes down that he got more: then what he confirmed was less than
     * what he has, and he is to confirm again.
     */
    void due(String recall, CustomerId customer, String name, Instant due) {
        jdbc.sql(
                        """
                        INSERT INTO recall_notice (recall, customer_id, customer_name, due)
                        VALUES (:recall, :customer, :name, :due)
                        ON CONFLICT (recall, customer_id) DO UPDATE SET due = excluded.due,
                            notified_at = NULL, confirmed_at = NULL, confirmed_by_id = NULL,
                            confirmed_by_name = NULL
                        """)
                .param("recall", recall)
                .param("customer", customer.value())
                .param("name", name)
                .param("due", Instants.parameter(due))
                .update();
    }

    /** Tells all who are due and not told. */
    void notifyDue(Recall recall, Instant now) {
        for (Row buyer : of(recall.number())) {
            if (buyer.notifiedAt() == null) {
                tell(recall, buyer, "recall-notice", now);
            }
        }
        jdbc.sql(
                        """
                        UPDATE recall_notice SET notified_at = :now
                        WHERE recall = :recall AND notified_at IS NULL
                        """)
                .param("now", Instants.parameter(now))
                .param("recall", recall.number())
                .update();
    }

    /** Returns how many were told again. */
    int remind(Recall recall, Instant now) {
        List<Row> silent =
                of(recall.number()).stream().filter(it -> it.confirmedAt() == null).toList();
        silent.forEach(buyer -> tell(recall, buyer, "recall-reminder", now));
        return silent.size();
    }

    private void tell(Recall recall, Row buyer, String template, Instant now) {
        send(
                recall,
                new Recipient.Company(buyer.customer()),
                template,
                buyer.customer() + "/" + now,
                Map.of(),
                "/recalls/" + recall.number());
    }

    /** The warehouse sets the batch apart; it has no page of its own to open. */
    void tellWarehouse(Recall recall) {
        send(
                recall,
                new Recipient.StaffGroup(Role.WAREHOUSE),
                "recall-set-apart",
                "",
                Map.of(),
                "");
    }

    /** Goods left although their batch was locked: somebody has to stop that at its source. */
    void tellShippedThough(Recall recall, String order, String delivery, Receiver buyer) {
        Map<String, String> more =
                Map.of("order", order, "delivery", delivery, "customer", buyer.name());
        for (Role desk : List.of(Role.QUALITY, Role.QUALITY_HEAD)) {
            send(
                    recall,
                    new Recipient.StaffGroup(desk),
                    "recall-shipped-though-locked",
                    desk.group() + "/" + order + "/" + delivery,
                    more,
                    "/console/recalls/" + recall.number());
        }
    }

    private void send(
            Recall recall,
            Recipient to,
            String template,
            String occasion,
            Map<String, String> more,
            String link) {
        Map<String, String> values = new HashMap<>(more);
        values.put("number", recall.number());
        values.put("product", recall.name());
        values.put("batch", recall.batch());
        values.put("class", "@" + RecallClass.class.getSimpleName() + "." + recall.recallClass());
        values.put("reason", recall.reason());
        String key = String.join("/", template, recall.number(), occasion);
        notifications.send(new Notify(key, to, template, values, link));
    }

    /** False: this company has no notice of this recall. */
    boolean confirm(String recall, CustomerId company, Actor by, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE recall_notice SET
                                    confirmed_at = coalesce(confirmed_at, :now),
                                    confirmed_by_id = coalesce(confirmed_by_id, :by),
                                    confirmed_by_name = coalesce(confirmed_by_name, :name)
                                WHERE recall = :recall AND customer_id = :company
                                    AND notified_at IS NOT NULL
                                """)
                        .param("now", Instants.parameter(now))
                        .param("by", by.id())
                        .param("name", by.name())
                        .param("recall", recall)
                        .param("company", company.value())
                        .update()
                == 1;
    }

    /** By name. */
    List<Row> of(String recall) {
        return jdbc.sql(
                        """
                        SELECT * FROM recall_notice WHERE recall = ?
                        ORDER BY customer_name, customer_id
                        """)
                .param(recall)
                .query(RecallNotices::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String confirmedBy = row.getString("confirmed_by_id");
        return new Row(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                Instants.sure(row, "due"),
                Instants.read(row, "notified_at"),
                Instants.read(row, "confirmed_at"),
                confirmedBy == null
                        ? null
                        : Actor.buyer(confirmedBy, row.getString("confirmed_by_name")));
    }
}
