package io.mallhub.binding.internal;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Outgoing;
import io.mallhub.shared.Instants;
import io.mallhub.shared.SendingLease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredOutgoing implements Outgoing {
    private final JdbcClient jdbc;
    private final Bindings bindings;
    private final Clock clock;
    private final Duration lease;

    /**
     * @param lease how long one attempt may last before another takes over: longer than any call to
     *     an ERP, and the same as that of the order itself
     */
    StoredOutgoing(
            JdbcClient jdbc,
            Bindings bindings,
            Clock clock,
            @Value(SendingLease.OF_ORDERS) Duration lease) {
        this.jdbc = jdbc;
        this.bindings = bindings;
        this.clock = clock;
        this.lease = lease;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Attempt> attempt(Entity entity, String mallId) {
        return jdbc.sql("select * from outgoing where entity = :entity and mall_id = :id")
                .param("entity", entity.name())
                .param("id", mallId)
                .query(StoredOutgoing::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Attempt> attempts(Entity entity, Collection<String> mallIds) {
        return jdbc
                .sql(
                        "select o.* from (select distinct unnest(:ids::text[])) wanted (id)"
                                + " join outgoing o on o.mall_id = wanted.id"
                                + " where o.entity = :entity")
                .param("entity", entity.name())
                .param("ids", mallIds.toArray(String[]::new))
                .query(StoredOutgoing::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Attempt::mallId, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> ready(String connection, Entity entity, String after, int most) {
        return jdbc.sql(
                        "select mall_id from outgoing where connection = :connection"
                                + " and entity = :entity and not done and mall_id > :after"
                                + " and (lease_until is null or lease_until < clock_timestamp())"
                                + " order by mall_id limit :most")
                .param("connection", connection)
                .param("entity", entity.name())
                .param("after", after)
                .param("most", most)
                .query(String.class)
                .list();
    }

    @Override
    public void fetched(Entity entity, String mallId, String connection, String erpId) {
        int fresh =
                jdbc.sql(
                                "update outgoing set in_doubt = false, done = true,"
                                        + " lease_until = null, detail = ''"
                                        + " where entity = :entity and mall_id = :id"
                                        + " and connection = :connection and not done")
                        .param("entity", entity.name())
                        .param("id", mallId)
                        .param("connection", connection)
                        .update();
        if (fresh == 1) {
            jdbc.sql(
                            "update flow_state set applied = applied + 1, last_success = :now,"
                                    + " last_error = null"
                                    + " where connection = :connection and flow = :flow")
                    .param("connection", connection)
                    .param("flow", Flow.out(entity).id())
                    .param("now", Instants.parameter(clock.instant()))
                    .update();
        }
        bindings.link(connection, entity, List.of(new Bindings.Link(mallId, erpId, null, null)));
    }

    @Override
    public boolean lay(Entity entity, String mallId, String connection) {
        return jdbc.sql(
                                """
                                insert into outgoing as o (entity, mall_id, connection, lease_token)
                                values (:entity, :id, :connection, 1)
                                on conflict (entity, mall_id) do update
                                   set connection = excluded.connection, done = false
                                 where o.done or o.connection <> excluded.connection
                                """)
                        .param("entity", entity.name())
                        .param("id", mallId)
                        .param("connection", connection)
                        .update()
                == 1;
    }

    @Override
    public Optional<Attempt> take(Entity entity, String mallId, String connection) {
        return jdbc.sql(
                        """
                        insert into outgoing as o (entity, mall_id, connection, lease_token, lease_until)
                        values (:entity, :id, :connection, 1,
                                clock_timestamp() + make_interval(secs => :lease))
                        on conflict (entity, mall_id) do update
                           set connection = excluded.connection, lease_until = excluded.lease_until,
                               lease_token = o.lease_token + 1
                         where o.lease_until is null or o.lease_until < clock_timestamp()
                        returning o.*
                        """)
                .param("entity", entity.name())
                .param("id", mallId)
                .param("connection", connection)
                .param("lease", seconds())
                .query(StoredOutgoing::read)
                .optional();
    }

    @Override
    public Attempt sending(Attempt attempt) {
        Attempt sending =
                change(
                        attempt,
                        "in_doubt = true, done = false, sends = sends + 1, empty_probes = 0, last_send_at = :now,"
                                + " lease_until = clock_timestamp() + make_interval(secs => :lease)",
                        "");
        note(attempt, "read = read + 1, last_run = :now", "");
        return sending;
    }

    @Override
    public Attempt foundNothing(Attempt attempt) {
        return change(attempt, "empty_probes = empty_probes + 1, detail = :detail", "");
    }

    @Override
    public void notThere(Attempt attempt, String detail) {
        change(attempt, "in_doubt = false, lease_until = null, detail = :detail", detail);
        note(attempt, "last_error = :detail", detail);
    }

    @Override
    public void arrived(Attempt attempt, String erpId, @Nullable String sentHash) {
        change(attempt, "in_doubt = false, done = true, lease_until = null, detail = ''", "");
        if (!attempt.done()) {
            note(attempt, "applied = applied + 1, last_success = :now, last_error = null", "");
        }
        bindings.link(
                attempt.connection(),
                attempt.entity(),
                List.of(new Bindings.Link(attempt.mallId(), erpId, null, sentHash)));
    }

    @Override
    public void seen(Entity entity, String mallId) {
        jdbc.sql(
                        "update outgoing set in_doubt = false, done = true, detail = ''"
                                + " where entity = :entity and mall_id = :id and not done")
                .param("entity", entity.name())
                .param("id", mallId)
                .update();
    }

    @Override
    public void leave(Attempt attempt, String detail) {
        change(attempt, "lease_until = null, detail = :detail", detail);
        note(attempt, "last_error = :detail", detail);
    }

    /** What the connection desk shows of the flow as a whole. */
    private void note(Attempt attempt, String assignments, String detail) {
        jdbc.sql(
                        "update flow_state set "
                                + assignments
                                + " where connection = :connection and flow = :flow")
                .param("connection", attempt.connection())
                .param("flow", Flow.out(attempt.entity()).id())
                .param("now", Instants.parameter(clock.instant()))
                .param("detail", Columns.text(detail))
                .update();
    }

    private Attempt change(Attempt attempt, String assignments, String detail) {
        return jdbc.sql(
                        "update outgoing set "
                                + assignments
                                + " where entity = :entity and mall_id = :id"
                                + " and lease_token = :token returning *")
                .param("entity", attempt.entity().name())
                .param("id", attempt.mallId())
                .param("token", attempt.token())
                .param("now", Instants.parameter(clock.instant()))
                .param("detail", Columns.text(detail))
                .param("lease", seconds())
                .query(StoredOutgoing::read)
                .optional()
                .orElseThrow(() -> new Overtaken(attempt));
    }

    private double seconds() {
        return lease.toMillis() / 1000.0;
    }

    private static Attempt read(ResultSet row, int index) throws SQLException {
        return new Attempt(
                Entity.valueOf(row.getString("entity")),
                row.getString("mall_id"),
                row.getString("connection"),
                row.getLong("lease_token"),
                row.getBoolean("in_doubt"),
                row.getInt("sends"),
                row.getInt("empty_probes"),
                Instants.read(row, "last_send_at"),
                row.getBoolean("done"));
    }
}
