package io.mallhub.binding.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Backlog;
import io.mallhub.binding.ConnectionView;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Schedule;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.ErpClients;
import io.mallhub.connectors.ErpFault;
import io.mallhub.shared.Actor;
import java.net.URI;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredConnections implements Connections {
    private final JdbcClient jdbc;
    private final ConnectionDesk desk;
    private final Timetable timetable;
    private final ErpClients clients;
    private final ErpConnections connections;
    private final SecretBox box;
    private final Backlog backlog;
    private final AuditLog audit;

    StoredConnections(
            JdbcClient jdbc,
            ConnectionDesk desk,
            Timetable timetable,
            ErpClients clients,
            ErpConnections connections,
            SecretBox box,
            Backlog backlog,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.timetable = timetable;
        this.clients = clients;
        this.connections = connections;
        this.box = box;
        this.backlog = backlog;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ConnectionView> all() {
        return desk.connections(null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ConnectionView> connection(String name) {
        return desk.connections(name).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ConnectionSettings> settings(String connection) {
        return desk.row(connection)
                .map(
                        row ->
                                new ConnectionSettings(
                                        row.name(),
                                        row.definition(),
                                        row.endpoint(),
                                        Map.of(),
                                        row.allowedHosts(),
                                        row.timeout()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<FlowView> flows(String connection) {
        return desk.flows(connection);
    }

    @Override
    public void save(ConnectionSettings settings, String title, Actor by) {
        check(settings);
        Optional<ConnectionRow> before = desk.row(settings.name());
        Map<String, String> stored = before.map(this::secrets).orElse(Map.of());
        Map<String, String> secrets = secrets(settings, before, stored);
        if (before.isPresent() && isSame(before.get(), settings, title) && secrets.equals(stored)) {
            return;
        }
        jdbc.sql(
                        """
                        insert into erp_connection as c (name, title, definition, endpoint,
                                                         allowed_hosts, timeout_ms, secrets)
                        values (:name, :title, :definition, :endpoint, :hosts, :timeout,
                                :secrets)
                        on conflict (name) do update
                           set title = excluded.title, definition = excluded.definition,
                               endpoint = excluded.endpoint, timeout_ms = excluded.timeout_ms,
                               allowed_hosts = excluded.allowed_hosts, version = c.version + 1,
                               secrets = excluded.secrets
                        """)
                .param("name", settings.name())
                .param("title", title)
                .param("definition", settings.definition())
                .param("endpoint", settings.endpoint().toString())
                .param("hosts", settings.allowedHosts().toArray(String[]::new))
                .param("timeout", settings.timeout().toMillis())
                .param("secrets", box.lock(settings.name(), secrets))
                .update();
        jdbc.sql(
                        "insert into flow_state (connection, flow) select :name, unnest(:flows)"
                                + " on conflict do nothing")
                .param("name", settings.name())
                .param("flows", Arrays.stream(Flow.values()).map(Flow::id).toArray(String[]::new))
                .update();
        record(
                by,
                before.isEmpty() ? "create-connection" : "change-connection",
                settings.name(),
                "",
                Map.of(
                        "definition", settings.definition(),
                        "endpoint", settings.endpoint().toString(),
                        "secrets", secrets.equals(stored) ? "kept" : "changed"));
    }

    private Map<String, String> secrets(ConnectionRow row) {
        return box.open(row.name(), row.secrets());
    }

    private Map<String, String> secrets(
            ConnectionSettings settings,
            Optional<ConnectionRow> before,
            Map<String, String> stored) {
        boolean sameServer =
                before.isPresent() && isSameServer(before.get().endpoint(), settings.endpoint());
        Map<String, String> secrets = new HashMap<>(sameServer ? stored : Map.of());
        secrets.putAll(settings.secrets());
        List<String> missing =
                clients.definition(settings.definition()).orElseThrow().lacking(secrets);
        if (!missing.isEmpty()) {
            throw new SecretsMissing(missing);
        }
        return secrets;
    }

    private static boolean isSameServer(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    private static boolean isSame(ConnectionRow row, ConnectionSettings settings, String title) {
        return row.title().equals(title)
                && row.definition().equals(settings.definition())
                && row.endpoint().equals(settings.endpoint())
                && row.allowedHosts().equals(settings.allowedHosts())
                && row.timeout().equals(settings.timeout());
    }

    private void check(ConnectionSettings settings) {
        if (!settings.name().matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "A connection's name is 1 to 40 small letters, digits and hyphens: "
                            + settings.name());
        }
        if (clients.definition(settings.definition()).isEmpty()) {
            throw new IllegalArgumentException("No definition " + settings.definition());
        }
    }

    @Override
    public void changePolicies(String connection, Map<Entity, Depth> policies, Actor by) {
        mustExist(connection);
        Map<Entity, Depth> after = new TreeMap<>(connection(connection).orElseThrow().policies());
        after.putAll(policies);
        if (after.getOrDefault(Entity.STOCK, Depth.OFF).in()
                && !after.getOrDefault(Entity.PRODUCT, Depth.OFF).in()) {
            throw new PolicyConflict(
                    "Stock comes in only together with the products of the same connection");
        }
        policies.forEach(
                (entity, depth) -> {
                    if (!entity.depths().contains(depth)) {
                        throw new PolicyConflict(entity + " is never " + depth);
                    }
                    setPolicy(connection, entity, depth);
                });
        if (policies.getOrDefault(Entity.CUSTOMER, Depth.OFF).out()) {
            backlog.request(connection, Flow.CUSTOMER_OUT); // who was approved while they did not
        }
        record(
                by,
                "change-policies",
                connection,
                "",
                policies.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> e.getKey().name(), e -> e.getValue().name())));
    }

    @Override
    public void changeSchedules(String connection, Map<Flow, Schedule> schedules, Actor by) {
        mustExist(connection);
        Map<String, String> changed = new TreeMap<>();
        schedules.forEach(
                (flow, schedule) -> {
                    if (schedule.pace() != null && !flow.inbound()) {
                        throw new IllegalArgumentException(flow + " has no pace");
                    }
                    if (timetable.change(connection, flow, schedule)) {
                        changed.put(flow.id(), words(schedule));
                    }
                });
        if (!changed.isEmpty()) {
            record(by, "change-schedules", connection, "", changed);
        }
    }

    private static String words(Schedule schedule) {
        return "pace %s, hours %s"
                .formatted(
                        Objects.requireNonNullElse(schedule.pace(), "-"),
                        Objects.requireNonNullElse(schedule.hours(), "-"));
    }

    @Override
    public void compareDaily(String connection, @Nullable LocalTime at, Actor by) {
        mustExist(connection);
        if (timetable.compareDaily(connection, at)) {
            record(
                    by,
                    "compare-daily",
                    connection,
                    "",
                    Map.of("at", at == null ? "-" : at.toString()));
        }
    }

    private void setPolicy(String connection, Entity entity, Depth depth) {
        try {
            jdbc.sql(
                            "insert into entity_policy (connection, entity, depth)"
                                    + " values (:connection, :entity, :depth)"
                                    + " on conflict (connection, entity) do update"
                                    + " set depth = excluded.depth")
                    .param("connection", connection)
                    .param("entity", entity.name())
                    .param("depth", depth.name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new PolicyConflict(
                    "Another connection has "
                            + entity
                            + (entity == Entity.STOCK ? " in" : " out")
                            + " already; switch it off there first");
        }
    }

    @Override
    public void pause(String connection, String reason, Actor by) {
        mustExist(connection);
        setPause(connection, "pause-connection", reason, by);
    }

    @Override
    public void resume(String connection, Actor by) {
        mustExist(connection);
        jdbc.sql(
                        "update erp_connection set paused_reason = null, not_before = null"
                                + " where name = :name")
                .param("name", connection)
                .update();
        record(by, "resume-connection", connection, "", Map.of());
    }

    private void setPause(String connection, String action, String reason, Actor by) {
        jdbc.sql("update erp_connection set paused_reason = :reason where name = :name")
                .param("reason", reason.isBlank() ? "by " + by.name() : reason)
                .param("name", connection)
                .update();
        record(by, action, connection, reason, Map.of());
    }

    @Override
    public void pauseFlow(String connection, String flow, String reason, Actor by) {
        String why = reason.isBlank() ? "by " + by.name() : reason;
        changeFlow(connection, flow, "paused_reason = :reason", why);
        record(by, "pause-flow", connection, reason, Map.of("flow", flow));
    }

    @Override
    public void resumeFlow(String connection, String flow, Actor by) {
        changeFlow(connection, flow, "paused_reason = null, next_run = null", "");
        record(by, "resume-flow", connection, "", Map.of("flow", flow));
    }

    @Override
    public void runNow(String connection, String flow, Actor by) {
        if (Flow.of(flow).way() == Flow.Way.RECORDS_OUT) {
            throw new IllegalArgumentException(flow + " runs whenever a document wants it");
        }
        changeFlow(connection, flow, "run_requested = true", "");
        if (Flow.of(flow).way() == Flow.Way.CHANGES_OUT) {
            jdbc.sql(
                            "update mall_change set next_try = null, refused = null, attempts = 0"
                                    + " where connection = :connection and entity = :entity"
                                    + " and dirty")
                    .param("connection", connection)
                    .param("entity", Flow.of(flow).entity().name())
                    .update();
        }
        record(by, "run-flow", connection, "", Map.of("flow", flow));
    }

    /** A running turn is fenced off; its next page is refused and the flow begins anew. */
    @Override
    public void reload(String connection, String flow, Actor by) {
        changeFlow(
                connection,
                flow,
                "cursor_at = null, cursor_key = '', advanced_at = null, swept_at = null,"
                        + " swept_to = null, deep_at = null, run_requested = true, lease_until = null,"
                        + " lease_token = lease_token + 1",
                "");
        jdbc.sql(
                        "update binding set erp_hash = null"
                                + " where connection = :connection and entity = :entity")
                .param("connection", connection)
                .param("entity", Flow.of(flow).bound().name())
                .update();
        record(by, "reload-flow", connection, "", Map.of("flow", flow));
    }

    private void changeFlow(String connection, String flow, String assignments, String reason) {
        int changed =
                jdbc.sql(
                                "update flow_state set "
                                        + assignments
                                        + " where connection = :connection and flow = :flow")
                        .param("connection", connection)
                        .param("flow", Flow.of(flow).id())
                        .param("reason", reason)
                        .update();
        if (changed == 0) {
            throw new IllegalArgumentException("No connection " + connection);
        }
    }

    /** Calls the ERP, so no transaction is open meanwhile. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<String> test(String connection) {
        try {
            connections.client(connection).ping();
            return Optional.empty();
        } catch (ErpFault | ErpClients.DefinitionInvalid e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void mustExist(String connection) {
        if (connection(connection).isEmpty()) {
            throw new IllegalArgumentException("No connection " + connection);
        }
    }

    private void record(
            Actor by, String action, String connection, String reason, Map<String, String> what) {
        audit.record(new AuditEntry(by, action, "connection", connection, reason, what));
    }
}
