package io.mallhub.binding.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpClients;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One open client per connection and node, as long as its settings stay the same. */
@Component
class SharedErpConnections implements ErpConnections {
    private static final Logger LOG = LoggerFactory.getLogger(SharedErpConnections.class);

    /** Before hours are looked at again: somebody may have changed them. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private static final String CLOSED =
            """
            select case
                     when c.paused_reason is not null then 'paused: ' || c.paused_reason
                     when s.paused_reason is not null then 'paused: ' || s.paused_reason
                     when not within_hours(s.opens, s.closes, :time) then null
                     when c.not_before > :now then 'the ERP asked to wait until ' || c.not_before
                   end as stopped,
                   case when not within_hours(s.opens, s.closes, :time) then s.opens end as opens
              from erp_connection c
              join flow_state s on s.connection = c.name and s.flow = :flow
             where c.name = :name
            """;

    private final JdbcClient jdbc;
    private final ErpClients clients;
    private final StoredSettings stored;
    private final ExchangeRecorder recorder;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    SharedErpConnections(
            JdbcClient jdbc,
            ErpClients clients,
            StoredSettings stored,
            ExchangeRecorder recorder,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.stored = stored;
        this.recorder = recorder;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ErpClient client(String connection) {
        ConnectionRow row = stored.row(connection);
        return open.compute(
                        connection,
                        (name, now) -> {
                            if (now != null && now.version == row.version()) {
                                return now;
                            }
                            if (now != null) {
                                now.client.close();
                            }
                            return new Open(
                                    row.version(), clients.open(stored.settings(row), recorder));
                        })
                .client;
    }

    @Override
    public Optional<String> taking(Entity entity) {
        return jdbc.sql(
                        "select connection from entity_policy where entity = :entity"
                                + " and depth in ('OUT', 'BOTH') order by connection limit 1")
                .param("entity", entity.name())
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<Closed> closed(String connection, Flow flow) {
        Instant now = clock.instant();
        return jdbc.sql(CLOSED)
                .param("now", Instants.parameter(now))
                .param("time", MallTime.timeOf(now))
                .param("flow", flow.id())
                .param("name", connection)
                .query(
                        (row, index) ->
                                closed(
                                        connection,
                                        flow,
                                        row.getString("stopped"),
                                        row.getObject("opens", LocalTime.class),
                                        now))
                .optional()
                .orElseGet(() -> Optional.of(new Closed.Stopped(connection + " is no connection")));
    }

    /**
     * @param opens null = it is open
     */
    private Optional<Closed> closed(
            String connection,
            Flow flow,
            @Nullable String stopped,
            @Nullable LocalTime opens,
            Instant now) {
        if (stopped != null) {
            return Optional.of(new Closed.Stopped(connection + " is " + stopped));
        }
        if (opens == null || client(connection).callsUs()) {
            return Optional.empty();
        }
        Duration rest = Duration.between(now, MallTime.next(opens, now));
        return Optional.of(
                new Closed.OutOfHours(
                        "%s is closed for %s until %s".formatted(connection, flow.id(), opens),
                        rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST));
    }

    @Override
    public void leaveAlone(String connection, @Nullable Duration pause) {
        if (pause == null || pause.isNegative()) {
            return;
        }
        jdbc.sql(
                        "update erp_connection set not_before = :until"
                                + " where name = :name and (not_before is null or not_before < :until)")
                .param("until", Instants.parameter(clock.instant().plus(pause)))
                .param("name", connection)
                .update();
    }

    @Override
    @Transactional
    public void credentialsRefused(String connection, String words) {
        String reason = "credentials refused: " + words;
        int paused =
                jdbc.sql(
                                "update erp_connection set paused_reason = :reason"
                                        + " where name = :name and paused_reason is null")
                        .param("reason", Columns.text(reason))
                        .param("name", connection)
                        .update();
        if (paused == 1) {
            LOG.error("Connection {} pauses itself: {}", connection, reason);
            audit.record(
                    new AuditEntry(
                            Actor.system("erp-connections"),
                            "pause-connection",
                            "connection",
                            connection,
                            reason,
                            Map.of()));
        }
    }

    @PreDestroy
    void close() {
        open.values().forEach(connection -> connection.client.close());
    }

    private record Open(long version, ErpClient client) {}
}
