package io.mallhub.gateway.webhook;

import io.mallhub.binding.Secrets;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.transport.HostGuard;
import io.mallhub.connectors.transport.HttpCall;
import io.mallhub.connectors.transport.HttpOutcome;
import io.mallhub.connectors.transport.HttpTransport;
import io.mallhub.shared.Instants;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. A delivery is leased, so that nodes share the work and what a dead one had in
 * hand comes back; nothing is open in the database while it is on the wire.
 */
@Component
class WebhookSender {
    private static final int AT_ONCE = 32;
    private static final int REPLY = 64 * 1024;
    private static final int NOTE = 500;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Consumer<Exchange> messages;
    private final WebhookSettings settings;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Map<String, HttpTransport> ways = new ConcurrentHashMap<>();
    private final ExecutorService senders =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());

    WebhookSender(
            JdbcClient jdbc,
            Secrets secrets,
            Consumer<Exchange> messages,
            WebhookSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to send what is due, as far as there is room; waits for none of it. */
    void begin() {
        int room = free.drainPermits();
        List<Due> due = List.of();
        try {
            due = room == 0 ? List.of() : take(room);
        } finally {
            free.release(room - due.size());
        }
        for (Due one : due) {
            senders.execute(
                    () -> {
                        try {
                            send(one);
                        } finally {
                            free.release();
                        }
                    });
        }
    }

    /** Of one subject only the oldest: the next has to wait until that is taken or given up. */
    private List<Due> take(int room) {
        return jdbc.sql(
                        """
                        update webhook_delivery d
                           set lease_until = clock_timestamp() + make_interval(secs => :lease)
                          from webhook_subscription s
                         where d.subscription = s.id and d.id in (
                               select w.id from webhook_delivery w
                                 join webhook_subscription o on o.id = w.subscription
                                where w.state = 'PENDING' and w.next_at <= :now
                                  and o.ended_at is null
                                  and (w.lease_until is null
                                       or w.lease_until < clock_timestamp())
                                  and not exists (select 1 from webhook_delivery e
                                       where e.subscription = w.subscription
                                         and e.subject = w.subject
                                         and e.state = 'PENDING' and e.id < w.id)
                                order by w.next_at limit :room for update of w skip locked)
                        returning d.id, d.event, d.subject, d.body, d.attempts, d.give_up_at,
                                  s.id as subscription, s.connection, s.url, s.secret_box,
                                  s.previous_until
                        """)
                .param("lease", settings.timeout().toMillis() / 1000.0 * 3)
                .param("now", Instants.parameter(clock.instant()))
                .param("room", room)
                .query(
                        (row, index) ->
                                new Due(
                                        row.getLong("id"),
                                        row.getString("event"),
                                        row.getString("subject"),
                                        row.getString("body"),
                                        row.getInt("attempts"),
                                        Instants.sure(row, "give_up_at"),
                                        row.getLong("subscription"),
                                        row.getString("connection"),
                                        URI.create(row.getString("url")),
                                        row.getBytes("secret_box"),
                                        Instants.read(row, "previous_until")))
                .list();
    }

    private void send(Due due) {
        Instant at = clock.instant();
        HttpOutcome outcome = way(due.url).send(call(due, at));
        String fault = fault(outcome);
        HttpOutcome.Replied reply = outcome instanceof HttpOutcome.Replied it ? it : null;
        if (fault != null) {
            notTaken(
                    due,
                    reply == null ? null : reply.status(),
                    fault,
                    reply == null ? Duration.ZERO : wait(reply));
        } else if (reply != null) {
            taken(due, reply);
        }
        log(due, at, outcome, fault);
    }

    private HttpTransport way(URI url) {
        return ways.computeIfAbsent(
                Objects.requireNonNull(url.getHost()),
                host ->
                        new HttpTransport(
                                new HostGuard(java.util.Set.of(host)), settings.timeout(), REPLY));
    }

    private HttpCall call(Due due, Instant at) {
        long timestamp = at.getEpochSecond();
        return new HttpCall(
                "POST",
                due.url,
                Map.of(
                        "Content-Type", "application/json",
                        "Mallhub-Event", due.event,
                        "Mallhub-Delivery", String.valueOf(due.id),
                        "Mallhub-Timestamp", String.valueOf(timestamp),
                        "Mallhub-Signature", Signature.of(timestamp, due.body, secrets(due, at))),
                due.body.getBytes(StandardCharsets.UTF_8),
                settings.timeout());
    }

    private List<String> secrets(Due due, Instant at) {
        Map<String, String> both =
                secrets.open(StoredWebhooks.owner(due.subscription), due.secretBox);
        List<String> good = new ArrayList<>();
        good.add(Objects.requireNonNull(both.get("current")));
        String previous = both.get("previous");
        if (previous != null && due.previousUntil != null && at.isBefore(due.previousUntil)) {
            good.add(previous);
        }
        return good;
    }

    /** What the other side asked for, as far as it is reasonable. */
    private static Duration wait(HttpOutcome.Replied reply) {
        return reply.headers()
                .firstValue("Retry-After")
                .filter(it -> it.matches("[0-9]{1,5}"))
                .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                .orElse(Duration.ZERO);
    }

    private void taken(Due due, HttpOutcome.Replied reply) {
        jdbc.sql(
                        "update webhook_delivery set state = 'SENT', attempts = attempts + 1,"
                                + " done_at = :now, lease_until = null, last_status = :status,"
                                + " last_error = null where id = :id and state = 'PENDING'")
                .param("now", Instants.parameter(clock.instant()))
                .param("status", reply.status())
                .param("id", due.id)
                .update();
    }

    private void notTaken(Due due, @Nullable Integer status, String error, Duration asked) {
        Instant now = clock.instant();
        Instant next = now.plus(pause(due.attempts)).plus(asked);
        boolean givenUp = next.isAfter(due.giveUpAt);
        jdbc.sql(
                        """
                        update webhook_delivery
                           set attempts = attempts + 1, lease_until = null, next_at = :next,
                               last_status = :status, last_error = :error,
                               state = case when :givenUp then 'FAILED' else 'PENDING' end,
                               done_at = case when :givenUp then :now::timestamptz end
                         where id = :id and state = 'PENDING'
                        """)
                .param("next", Instants.parameter(next))
                .param("status", status, java.sql.Types.INTEGER)
                .param("error", error.length() > NOTE ? error.substring(0, NOTE) : error)
                .param("givenUp", givenUp)
                .param("now", Instants.parameter(now))
                .param("id", due.id)
                .update();
    }

    /** Doubling, with a fifth of chance in either direction. */
    private Duration pause(int attempts) {
        long doubled = settings.firstPause().toMillis() << Math.min(attempts, 20);
        double most = Math.min(doubled, settings.longestPause().toMillis());
        return Duration.ofMillis(
                (long) (most * (0.8 + ThreadLocalRandom.current().nextDouble(0.4))));
    }

    /** Null when it was taken. */
    private static @Nullable String fault(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Replied reply ->
                    reply.status() / 100 == 2 ? null : "HTTP " + reply.status();
            case HttpOutcome.NotSent not -> not.reason();
            case HttpOutcome.Lost lost -> lost.reason();
        };
    }

    private void log(Due due, Instant at, HttpOutcome outcome, @Nullable String fault) {
        int status = outcome instanceof HttpOutcome.Replied reply ? reply.status() : 0;
        String answer =
                outcome instanceof HttpOutcome.Replied reply
                        ? new String(reply.body(), StandardCharsets.UTF_8)
                        : "";
        messages.accept(
                new Exchange(
                        due.connection,
                        "webhook: " + due.event,
                        due.subject,
                        due.url.toString(),
                        due.body,
                        answer,
                        status,
                        at,
                        Duration.between(at, clock.instant()),
                        fault));
    }

    /** Deletes deliveries that were taken long ago; failed ones wait for a person. */
    int prune() {
        return jdbc.sql(
                        "delete from webhook_delivery where state = 'SENT'"
                                + " and created_at < :before")
                .param("before", Instants.parameter(clock.instant().minus(settings.keep())))
                .update();
    }

    @PreDestroy
    void close() {
        senders.shutdownNow();
        ways.values().forEach(HttpTransport::close);
    }

    private record Due(
            long id,
            String event,
            String subject,
            String body,
            int attempts,
            Instant giveUpAt,
            long subscription,
            String connection,
            URI url,
            byte[] secretBox,
            @Nullable Instant previousUntil) {}
}
