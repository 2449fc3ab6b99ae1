package io.mallhub.gateway;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the mall tells ERPs by itself. An event is written to the outbox in its own transaction and
 * sent until it is taken, at least once; what concerns one order is sent in its order.
 */
public interface Webhooks {
    /** Newest first. */
    Page<Subscription> subscriptions(PageRequest page);

    Optional<Subscription> subscription(long id);

    /**
     * @return the secret that signs, to be shown once
     * @throws IllegalArgumentException for an unknown connection, an address that is none, no title
     *     or no events
     */
    String subscribe(NewSubscription subscription, Actor by);

    /** A new secret; for {@code mallhub.webhooks.rotation} both sign. */
    String rotate(long id, Actor by);

    /** Nothing is sent any more, not even what waits. Idempotent. */
    void end(long id, String reason, Actor by);

    /** Newest first. */
    Page<Delivery> deliveries(DeliveryQuery query, PageRequest page);

    Optional<Delivery> delivery(long id);

    /**
     * Sends them again, at once and with a fresh time to give up, whether they failed or were
     * taken.
     *
     * @return how many; those of ended subscriptions are none
     */
    int replay(Collection<Long> ids, Actor by);

    /**
     * @param failed waiting in "failed" for a person
     */
    record Subscription(
            long id,
            String connection,
            String title,
            URI url,
            Set<WebhookEvent> events,
            Instant created,
            @Nullable Instant previousUntil,
            @Nullable Instant ended,
            long waiting,
            long failed) {}

    record NewSubscription(String connection, String title, String url, Set<WebhookEvent> events) {}

    /** Null means any. @param subject number of the order, return or customer, by prefix */
    record DeliveryQuery(
            @Nullable Long subscription, @Nullable State state, @Nullable String subject) {}

    record Delivery(
            long id,
            long subscription,
            String title,
            WebhookEvent event,
            String subject,
            String body,
            State state,
            int attempts,
            Instant created,
            Instant next,
            @Nullable Instant done,
            @Nullable Integer lastStatus,
            @Nullable String lastError) {}

    enum State {
        PENDING,
        SENT,
        /** Given up; a person may replay it. */
        FAILED
    }
}
