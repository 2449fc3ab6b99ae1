package io.mallhub.gateway.webhook;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Secrets;
import io.mallhub.gateway.WebhookEvent;
import io.mallhub.gateway.Webhooks;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredWebhooks implements Webhooks {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SUBSCRIPTIONS =
            """
            select s.*,
                   (select count(*) from webhook_delivery d
                     where d.subscription = s.id and d.state = 'PENDING') as waiting,
                   (select count(*) from webhook_delivery d
                     where d.subscription = s.id and d.state = 'FAILED') as failed
              from webhook_subscription s
            """;
    private static final String DELIVERIES =
            """
             from webhook_delivery d join webhook_subscription s on s.id = d.subscription
            where (:subscription::bigint is null or d.subscription = :subscription)
              and (:state::text is null or d.state = :state)
              and (:subject::text is null or d.subject like :subject)
            """;

    private final JdbcClient jdbc;
    private final Connections connections;
    private final Secrets secrets;
    private final AuditLog audit;
    private final WebhookSettings settings;
    private final Clock clock;

    StoredWebhooks(
            JdbcClient jdbc,
            Connections connections,
            Secrets secrets,
            AuditLog audit,
            WebhookSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.secrets = secrets;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whose the secrets of a subscription are: its box opens for no other. */
    static String owner(long id) {
        return "webhook-" + id;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Subscription> subscriptions(PageRequest page) {
        List<Subscription> rows =
                jdbc.sql(SUBSCRIPTIONS + " order by s.id desc limit :size offset :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(StoredWebhooks::subscription)
                        .list();
        long all = jdbc.sql("select count(*) from webhook_subscription").query(Long.class).single();
        return new Page<>(rows, page.number(), page.size(), all);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Subscription> subscription(long id) {
        return jdbc.sql(SUBSCRIPTIONS + " where s.id = :id")
                .param("id", id)
                .query(StoredWebhooks::subscription)
                .optional();
    }

    private static Subscription subscription(ResultSet row, int index) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                row.getString("connection"),
                row.getString("title"),
                URI.create(row.getString("url")),
                Arrays.stream((String[]) row.getArray("events").getArray())
                        .flatMap(id -> WebhookEvent.of(id).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Instants.sure(row, "created_at"),
                Instants.read(row, "previous_until"),
                Instants.read(row, "ended_at"),
                row.getLong("waiting"),
                row.getLong("failed"));
    }

    @Override
    public String subscribe(NewSubscription wanted, Actor by) {
        check(wanted);
        String secret = fresh();
        long id =
                jdbc.sql(
                                """
                                insert into webhook_subscription (connection, title, url, events,
                                                                  secret_box, created_at)
                                values (:connection, :title, :url, :events, ''::bytea, :now)
                                returning id
                                """)
                        .param("connection", wanted.connection())
                        .param("title", wanted.title().strip())
                        .param("url", wanted.url().strip())
                        .param(
                                "events",
                                wanted.events().stream()
                                        .sorted()
                                        .map(WebhookEvent::id)
                                        .toArray(String[]::new))
                        .param("now", Instants.parameter(clock.instant()))
                        .query(Long.class)
                        .single();
        lock(id, Map.of("current", secret));
        record(by, "create-webhook", id, "", Map.of("url", wanted.url()));
        return secret;
    }

    private void check(NewSubscription wanted) {
        if (connections.connection(wanted.connection()).isEmpty()) {
            throw new IllegalArgumentException("No connection " + wanted.connection());
        }
        if (wanted.title().isBlank() || wanted.title().length() > 100) {
            throw new IllegalArgumentException("A title has 1 to 100 characters");
        }
        if (wanted.events().isEmpty()) {
            throw new IllegalArgumentException("A subscription needs events");
        }
        URI url = URI.create(wanted.url().strip());
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("No address of a web server: " + wanted.url());
        }
    }

    @Override
    public String rotate(long id, Actor by) {
        byte[] box =
                jdbc.sql(
                                "select secret_box from webhook_subscription where id = :id"
                                        + " and ended_at is null for update")
                        .param("id", id)
                        .query(byte[].class)
                        .optional()
                        .orElseThrow(() -> new IllegalStateException("No subscription " + id));
        String old = Objects.requireNonNull(secrets.open(owner(id), box).get("current"));
        String secret = fresh();
        lock(id, Map.of("current", secret, "previous", old));
        jdbc.sql("update webhook_subscription set previous_until = :until where id = :id")
                .param("until", Instants.parameter(clock.instant().plus(settings.rotation())))
                .param("id", id)
                .update();
        record(by, "rotate-webhook", id, "", Map.of());
        return secret;
    }

    private void lock(long id, Map<String, String> both) {
        jdbc.sql("update webhook_subscription set secret_box = :box where id = :id")
                .param("box", secrets.lock(owner(id), both))
                .param("id", id)
                .update();
    }

    static String fresh() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return "whs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public void end(long id, String reason, Actor by) {
        int ended =
                jdbc.sql(
                                "update webhook_subscription set ended_at = :now"
                                        + " where id = :id and ended_at is null")
                        .param("now", Instants.parameter(clock.instant()))
                        .param("id", id)
                        .update();
        if (ended == 1) {
            jdbc.sql(
                            "update webhook_delivery set state = 'FAILED', done_at = :now,"
                                    + " last_error = 'ended' where subscription = :id"
                                    + " and state = 'PENDING'")
                    .param("now", Instants.parameter(clock.instant()))
                    .param("id", id)
                    .update();
            record(by, "end-webhook", id, reason, Map.of());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Delivery> deliveries(DeliveryQuery query, PageRequest page) {
        List<Delivery> rows =
                filtered(
                                "select d.*, s.title"
                                        + DELIVERIES
                                        + " order by d.id desc limit :size offset :offset",
                                query)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(StoredWebhooks::delivery)
                        .list();
        long all =
                filtered(
                                "select count(*) from (select 1"
                                        + DELIVERIES
                                        + " limit 10000) counted",
                                query)
                        .query(Long.class)
                        .single();
        return new Page<>(rows, page.number(), page.size(), all);
    }

    private StatementSpec filtered(String sql, DeliveryQuery query) {
        return jdbc.sql(sql)
                .param("subscription", query.subscription(), Types.BIGINT)
                .param("state", query.state() == null ? null : query.state().name(), Types.VARCHAR)
                .param(
                        "subject",
                        query.subject() == null
                                ? null
                                : LikeText.escaped(query.subject().strip()) + "%",
                        Types.VARCHAR);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Delivery> delivery(long id) {
        return jdbc.sql(
                        "select d.*, s.title from webhook_delivery d"
                                + " join webhook_subscription s on s.id = d.subscription"
                                + " where d.id = :id")
                .param("id", id)
                .query(StoredWebhooks::delivery)
                .optional();
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("subscription"),
                row.getString("title"),
                WebhookEvent.of(row.getString("event")).orElseThrow(),
                row.getString("subject"),
                row.getString("body"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Instants.sure(row, "created_at"),
                Instants.sure(row, "next_at"),
                Instants.read(row, "done_at"),
                (Integer) row.getObject("last_status"),
                row.getString("last_error"));
    }

    @Override
    public int replay(Collection<Long> ids, Actor by) {
        Instant now = clock.instant();
        List<Long> replayed =
                jdbc.sql(
                                """
                                update webhook_delivery d
                                   set state = 'PENDING', next_at = :now, give_up_at = :giveUp,
                                       done_at = null
                                  from webhook_subscription s
                                 where s.id = d.subscription and s.ended_at is null
                                   and d.id = any(:ids) and d.state <> 'PENDING'
                                returning d.id
                                """)
                        .param("now", Instants.parameter(now))
                        .param("giveUp", Instants.parameter(now.plus(settings.giveUp())))
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Long.class)
                        .list();
        for (Long id : replayed) {
            audit.record(
                    new AuditEntry(
                            by, "replay-webhook", "webhook-delivery", "" + id, "", Map.of()));
        }
        return replayed.size();
    }

    private void record(Actor by, String action, long id, String reason, Map<String, String> what) {
        audit.record(new AuditEntry(by, action, "webhook", String.valueOf(id), reason, what));
    }
}
