package io.mallhub.gateway.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Secrets;
import io.mallhub.gateway.ApiClientView;
import io.mallhub.gateway.ApiClients;
import io.mallhub.gateway.ClientRight;
import io.mallhub.shared.Actor;
import io.mallhub.shared.FreshCode;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredApiClients implements ApiClients {
    private final JdbcClient jdbc;
    private final Connections connections;
    private final Secrets secrets;
    private final AuditLog audit;
    private final GatewaySettings settings;
    private final Clock clock;

    StoredApiClients(
            JdbcClient jdbc,
            Connections connections,
            Secrets secrets,
            AuditLog audit,
            GatewaySettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.secrets = secrets;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ApiClientView> page(@Nullable String connection, PageRequest page) {
        String where =
                " from api_client where :connection::text is null or connection = :connection";
        List<ApiClientView> rows =
                jdbc
                        .sql(
                                "select *"
                                        + where
                                        + " order by created_at desc, id limit :size offset :offset")
                        .param("connection", connection, Types.VARCHAR)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(ApiClientRow::read)
                        .list()
                        .stream()
                        .map(ApiClientRow::view)
                        .toList();
        long all =
                jdbc.sql("select count(*)" + where)
                        .param("connection", connection, Types.VARCHAR)
                        .query(Long.class)
                        .single();
        return new Page<>(rows, page.number(), page.size(), all);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ApiClientView> client(String id) {
        return row(id).map(ApiClientRow::view);
    }

    private Optional<ApiClientRow> row(String id) {
        return jdbc.sql("select * from api_client where id = :id")
                .param("id", id)
                .query(ApiClientRow::read)
                .optional();
    }

    @Override
    public ShownOnce create(NewApiClient client, Actor by) {
        if (connections.connection(client.connection()).isEmpty()) {
            throw new IllegalArgumentException("No connection " + client.connection());
        }
        if (client.title().isBlank() || client.title().length() > 100) {
            throw new IllegalArgumentException("A client needs a title of at most 100 characters");
        }
        check(client.rights(), client.perMinute());
        String id = "mh-" + FreshCode.next().toLowerCase(Locale.ROOT);
        String secret = Secret.fresh();
        jdbc.sql(
                        """
                        insert into api_client (id, connection, title, rights, per_minute,
                                                secret_digest, secret_box, created_at)
                        values (:id, :connection, :title, :rights, :perMinute, :digest, :box, :now)
                        """)
                .param("id", id)
                .param("connection", client.connection())
                .param("title", client.title().strip())
                .param("rights", names(client.rights()))
                .param("perMinute", client.perMinute())
                .param("digest", Secret.digest(secret))
                .param("box", client.soapDigest() ? locked(id, secret) : null, Types.BINARY)
                .param("now", Instants.parameter(clock.instant()))
                .update();
        record(
                by,
                "create-api-client",
                id,
                "",
                Map.of(
                        "connection", client.connection(),
                        "title", client.title(),
                        "rights", words(client.rights())));
        return new ShownOnce(id, secret);
    }

    @Override
    public ShownOnce rotate(String id, Actor by) {
        ApiClientRow row = existing(id);
        if (row.view().revoked() != null) {
            throw new IllegalStateException("Client " + id + " is revoked");
        }
        String secret = Secret.fresh();
        jdbc.sql(
                        """
                        update api_client
                           set previous_digest = secret_digest, previous_box = secret_box,
                               previous_until = :until, secret_digest = :digest,
                               secret_box = :box, rotated_at = :now
                         where id = :id
                        """)
                .param("until", Instants.parameter(clock.instant().plus(settings.rotation())))
                .param("digest", Secret.digest(secret))
                .param("box", row.box() == null ? null : locked(id, secret), Types.BINARY)
                .param("now", Instants.parameter(clock.instant()))
                .param("id", id)
                .update();
        record(by, "rotate-api-client", id, "", Map.of());
        return new ShownOnce(id, secret);
    }

    @Override
    public void change(String id, Set<ClientRight> rights, int perMinute, Actor by) {
        existing(id);
        check(rights, perMinute);
        jdbc.sql("update api_client set rights = :rights, per_minute = :perMinute where id = :id")
                .param("rights", names(rights))
                .param("perMinute", perMinute)
                .param("id", id)
                .update();
        record(
                by,
                "change-api-client",
                id,
                "",
                Map.of("rights", words(rights), "per-minute", String.valueOf(perMinute)));
    }

    @Override
    public void revoke(String id, String reason, Actor by) {
        existing(id);
        int revoked =
                jdbc.sql(
                                "update api_client set revoked_at = :now, previous_until = null,"
                                        + " secret_box = null, previous_box = null"
                                        + " where id = :id and revoked_at is null")
                        .param("now", Instants.parameter(clock.instant()))
                        .param("id", id)
                        .update();
        if (revoked == 1) {
            jdbc.sql("delete from api_token where client = :id").param("id", id).update();
            record(by, "revoke-api-client", id, reason, Map.of());
        }
    }

    private ApiClientRow existing(String id) {
        return row(id).orElseThrow(() -> new IllegalArgumentException("No API client " + id));
    }

    private static void check(Set<ClientRight> rights, int perMinute) {
        if (rights.isEmpty() || perMinute < 1 || perMinute > 100_000) {
            throw new IllegalArgumentException(
                    "A client needs rights, and 1 to 100000 calls a minute");
        }
    }

    private byte[] locked(String id, String secret) {
        return secrets.lock(id, Map.of("secret", secret));
    }

    private static String[] names(Set<ClientRight> rights) {
        return new TreeSet<>(rights).stream().map(Enum::name).toArray(String[]::new);
    }

    private static String words(Set<ClientRight> rights) {
        return String.join(", ", names(rights));
    }

    private void record(
            Actor by, String action, String id, String reason, Map<String, String> what) {
        audit.record(new AuditEntry(by, action, "api-client", id, reason, what));
    }
}
