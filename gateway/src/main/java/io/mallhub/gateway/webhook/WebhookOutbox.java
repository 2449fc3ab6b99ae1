package io.mallhub.gateway.webhook;

import io.mallhub.binding.ReadyToFetch;
import io.mallhub.customer.CustomerActivated;
import io.mallhub.gateway.WebhookEvent;
import io.mallhub.order.OrderCancelRequested;
import io.mallhub.order.OrderSubmitted;
import io.mallhub.order.PartCancelRequested;
import io.mallhub.returns.ReturnApproved;
import io.mallhub.returns.ReturnSubmitted;
import io.mallhub.returns.ReturnWithdrawRequested;
import io.mallhub.shared.Instants;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes deliveries in the transaction of the event: both are there, or neither. It costs an event
 * that nobody subscribed one small statement.
 */
@Component
class WebhookOutbox {
    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookOutbox(JdbcClient jdbc, WebhookSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void placed(OrderSubmitted event) {
        write(WebhookEvent.ORDER_PLACED, event.number(), Map.of("order", event.number()), null);
    }

    @EventListener
    void ready(ReadyToFetch event) {
        String id = event.mallId();
        switch (event.entity()) {
            case ORDER -> ready(WebhookEvent.ORDER_READY, "order", event);
            case RETURN -> ready(WebhookEvent.RETURN_READY, "return", event);
            case VOUCHER -> ready(WebhookEvent.VOUCHER_READY, "voucher", event);
            case CUSTOMER ->
                    write(
                            WebhookEvent.CUSTOMER_APPROVED,
                            id,
                            Map.of("customer", id, "reference", event.reference()),
                            event.connection());
            case PRODUCT, STOCK ->
                    throw new IllegalArgumentException(event.entity() + " is not fetched");
        }
    }

    private void ready(WebhookEvent event, String name, ReadyToFetch of) {
        write(event, of.mallId(), Map.of(name, of.mallId()), of.connection());
    }

    @EventListener
    void cancelRequested(OrderCancelRequested event) {
        write(
                WebhookEvent.ORDER_CANCEL_REQUESTED,
                event.number(),
                Map.of("order", event.number(), "reason", event.reason()),
                null);
    }

    @EventListener
    void partCancelRequested(PartCancelRequested event) {
        write(
                WebhookEvent.ORDER_PART_CANCEL_REQUESTED,
                event.number(),
                Map.of("order", event.number(), "reason", event.reason()),
                null);
    }

    @EventListener
    void returnPlaced(ReturnSubmitted event) {
        write(WebhookEvent.RETURN_PLACED, event.number(), Map.of("return", event.number()), null);
    }

    @EventListener
    void returnApproved(ReturnApproved event) {
        write(
                WebhookEvent.RETURN_APPROVED,
                event.number(),
                Map.of("return", event.number(), "order", event.orderNumber()),
                null);
    }

    @EventListener
    void withdrawRequested(ReturnWithdrawRequested event) {
        write(
                WebhookEvent.RETURN_WITHDRAW_REQUESTED,
                event.number(),
                Map.of("return", event.number(), "reason", event.reason()),
                null);
    }

    @EventListener
    void activated(CustomerActivated event) {
        String customer = event.customer().toString();
        write(WebhookEvent.CUSTOMER_ACTIVATED, customer, Map.of("customer", customer), null);
    }

    /**
     * @param only the one connection it is about; null for all that take such records out
     */
    private void write(
            WebhookEvent event, String subject, Map<String, String> data, @Nullable String only) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into webhook_delivery (subscription, event, subject, body,
                                                      created_at, next_at, give_up_at)
                        select s.id, :event, :subject, :body, :now, :now, :giveUp
                          from webhook_subscription s
                          join entity_policy p on p.connection = s.connection
                           and p.entity = :entity and p.depth in ('OUT', 'BOTH')
                         where s.ended_at is null and :event = any(s.events)
                           and (:only::text is null or s.connection = :only)
                        """)
                .param("event", event.id())
                .param("subject", subject)
                .param("body", body(event, data, now))
                .param("now", Instants.parameter(now))
                .param("giveUp", Instants.parameter(now.plus(settings.giveUp())))
                .param("entity", event.entity().name())
                .param("only", only, Types.VARCHAR)
                .update();
    }

    /** Numbers and no more: who may see the rest asks the mall for it. */
    private String body(WebhookEvent event, Map<String, String> data, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID().toString());
        body.put("event", event.id());
        body.put("at", now.toString());
        body.put("data", data);
        return json.writeValueAsString(body);
    }
}
