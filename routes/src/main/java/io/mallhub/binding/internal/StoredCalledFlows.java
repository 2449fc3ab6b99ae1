package io.mallhub.binding.internal;

import io.mallhub.binding.CalledFlows;
import io.mallhub.binding.Counts;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.shared.Instants;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredCalledFlows implements CalledFlows {
    private final JdbcClient jdbc;
    private final Clock clock;

    StoredCalledFlows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Closed> closed(String connection, Flow flow) {
        return jdbc.sql(
                        """
                        select coalesce(p.depth, 'OFF') as depth,
                               coalesce(c.paused_reason, s.paused_reason) as paused
                          from erp_connection c
                          join flow_state s on s.connection = c.name and s.flow = :flow
                          left join entity_policy p on p.connection = c.name and p.entity = :entity
                         where c.name = :name
                        """)
                .param("flow", flow.id())
                .param("entity", flow.entity().name())
                .param("name", connection)
                .query(
                        (row, index) -> {
                            if (!flow.isOn(Depth.valueOf(row.getString("depth")))) {
                                return Optional.<Closed>of(new Closed.Off());
                            }
                            return Optional.ofNullable(row.getString("paused"))
                                    .<Closed>map(Closed.Paused::new);
                        })
                .optional()
                .orElse(Optional.of(new Closed.Off()));
    }

    @Override
    public Set<String> outdated(String connection, Entity entity, Map<String, Instant> versions) {
        if (versions.isEmpty()) {
            return Set.of();
        }
        Set<String> outdated = new HashSet<>();
        jdbc.sql(
                        """
                        select b.erp_id, coalesce(b.called_at > v.at, false) as outdated
                          from unnest(:ids::text[], :times::timestamptz[]) as v (id, at)
                          join binding b on b.erp_id = v.id
                         where b.connection = :connection and b.entity = :entity
                         order by b.erp_id
                           for update of b
                        """)
                .param("ids", versions.keySet().toArray(String[]::new))
                .param("times", times(versions))
                .param("connection", connection)
                .param("entity", entity.name())
                .query(
                        row -> {
                            if (row.getBoolean("outdated")) {
                                outdated.add(row.getString("erp_id"));
                            }
                        });
        return outdated;
    }

    @Override
    public void note(String connection, Entity entity, Map<String, Instant> versions) {
        if (!versions.isEmpty()) {
            jdbc.sql(
                            """
                            update binding b set called_at = v.at
                              from unnest(:ids::text[], :times::timestamptz[]) as v (id, at)
                             where b.connection = :connection and b.entity = :entity
                               and b.erp_id = v.id
                               and b.called_at is distinct from v.at
                            """)
                    .param("ids", versions.keySet().toArray(String[]::new))
                    .param("times", times(versions))
                    .param("connection", connection)
                    .param("entity", entity.name())
                    .update();
        }
    }

    @Override
    public void count(String connection, Flow flow, Counts counts) {
        jdbc.sql(
                        """
                        update flow_state
                           set read = read + :read, applied = applied + :applied,
                               unchanged = unchanged + :unchanged, echoes = echoes + :echoes,
                               quarantined = quarantined + :quarantined, last_run = :now,
                               last_success = :now
                         where connection = :connection and flow = :flow
                        """)
                .param("read", counts.read())
                .param("applied", counts.applied())
                .param("unchanged", counts.unchanged())
                .param("echoes", counts.echoes())
                .param("quarantined", counts.quarantined())
                .param("now", Instants.parameter(clock.instant()))
                .param("connection", connection)
                .param("flow", flow.id())
                .update();
    }

    private static String[] times(Map<String, Instant> versions) {
        return versions.values().stream().map(Instant::toString).toArray(String[]::new);
    }
}
