package io.mallhub.binding.internal;

import io.mallhub.binding.ConnectionView;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClients;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the connections desk shows: three queries for all connections, one for the flows of one. */
@Component
class ConnectionDesk {
    private static final String FLOWS =
            """
            select s.*, coalesce(p.depth, 'OFF') as depth, c.paused_reason as connection_paused,
                   coalesce(s.lease_until > clock_timestamp(), false) as running,
                   within_hours(s.opens, s.closes, :time) as open,
                   case f.way
                     when 'RECORDS_OUT' then
                       (select count(*) from outgoing o where o.connection = s.connection
                           and o.entity = f.entity and not o.done)
                     when 'CHANGES_OUT' then
                       (select count(*) from mall_change m where m.connection = s.connection
                           and m.entity = f.entity and m.dirty and m.refused is null)
                     else 0
                   end as waiting
              from unnest(:flows::text[], :entities::text[], :ways::text[])
                   with ordinality as f (flow, entity, way, place)
              join flow_state s on s.flow = f.flow and s.connection = :connection
              join erp_connection c on c.name = s.connection
              left join entity_policy p on p.connection = s.connection and p.entity = f.entity
             order by f.place
            """;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDesk.class);

    private final JdbcClient jdbc;
    private final ErpClients clients;
    private final FlowSettings settings;
    private final Clock clock;

    ConnectionDesk(JdbcClient jdbc, ErpClients clients, FlowSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<ConnectionRow> row(String name) {
        return jdbc.sql("select * from erp_connection where name = :name")
                .param("name", name)
                .query(ConnectionRow::read)
                .optional();
    }

    /**
     * @param name null = all
     */
    List<ConnectionView> connections(@Nullable String name) {
        Map<String, Map<Entity, Depth>> policies = new TreeMap<>();
        jdbc.sql("select * from entity_policy")
                .query(
                        row -> {
                            policies.computeIfAbsent(row.getString("connection"), c -> allOff())
                                    .put(
                                            Entity.valueOf(row.getString("entity")),
                                            Depth.valueOf(row.getString("depth")));
                        });
        Map<String, Long> open =
                jdbc
                        .sql(
                                "select connection, count(*) as open from quarantine"
                                        + " where state = 'OPEN' group by connection")
                        .query((row, i) -> Map.entry(row.getString(1), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return jdbc
                .sql(
                        "select * from erp_connection where :name::text is null or name = :name"
                                + " order by name")
                .param("name", name, java.sql.Types.VARCHAR)
                .query(ConnectionRow::read)
                .list()
                .stream()
                .map(row -> view(row, policies, open))
                .toList();
    }

    private ConnectionView view(
            ConnectionRow row, Map<String, Map<Entity, Depth>> policies, Map<String, Long> open) {
        return new ConnectionView(
                row.name(),
                row.title(),
                row.definition(),
                protocol(row.definition()),
                row.endpoint(),
                policies.getOrDefault(row.name(), allOff()),
                row.pausedReason(),
                row.lastAnswer(),
                open.getOrDefault(row.name(), 0L),
                row.compareAt());
    }

    /** Of a definition that is gone or no longer right nothing is known; the page must open. */
    private String protocol(String definition) {
        try {
            return clients.definition(definition).map(DefinitionSummary::protocol).orElse("");
        } catch (DefinitionInvalid e) {
            LOG.warn("definition {} is not usable: {}", definition, e.getMessage());
            return "";
        }
    }

    private static Map<Entity, Depth> allOff() {
        Map<Entity, Depth> depths = new EnumMap<>(Entity.class);
        for (Entity entity : Entity.steered()) {
            depths.put(entity, Depth.OFF);
        }
        return depths;
    }

    List<FlowView> flows(String connection) {
        List<Flow> flows = List.of(Flow.values());
        return jdbc.sql(FLOWS)
                .param("connection", connection)
                .param("flows", flows.stream().map(Flow::id).toArray(String[]::new))
                .param(
                        "entities",
                        flows.stream().map(f -> f.entity().name()).toArray(String[]::new))
                .param("ways", flows.stream().map(f -> f.way().name()).toArray(String[]::new))
                .param("time", MallTime.timeOf(clock.instant()))
                .query(this::flow)
                .list();
    }

    private FlowView flow(ResultSet row, int index) throws SQLException {
        Cursor cursor = new Cursor(Instants.read(row, "cursor_at"), row.getString("cursor_key"));
        return new FlowView(
                row.getString("connection"),
                row.getString("flow"),
                state(row),
                cursor.changedAt() == null ? "" : (cursor.changedAt() + " " + cursor.key()).strip(),
                Instants.read(row, "last_run"),
                Instants.read(row, "last_success"),
                row.getLong("read"),
                row.getLong("applied"),
                row.getLong("unchanged"),
                row.getLong("quarantined"),
                row.getLong("echoes"),
                row.getLong("waiting"),
                row.getString("last_error"),
                Timetable.schedule(row),
                settings.intervalOf(row.getString("flow")));
    }

    private static FlowView.State state(ResultSet row) throws SQLException {
        if (!Flow.of(row.getString("flow")).isOn(Depth.valueOf(row.getString("depth")))) {
            return FlowView.State.OFF;
        }
        if (row.getString("paused_reason") != null || row.getString("connection_paused") != null) {
            return FlowView.State.PAUSED;
        }
        if (row.getBoolean("running")) {
            return FlowView.State.RUNNING;
        }
        if (row.getInt("failures") > 0) {
            return FlowView.State.FAILING;
        }
        return row.getBoolean("open") ? FlowView.State.IDLE : FlowView.State.RESTING;
    }
}
