package io.mallhub.binding.internal;

import io.mallhub.binding.DailyComparisons;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Reconciliations;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredDailyComparisons implements DailyComparisons {
    private static final Actor SELF = Actor.system("daily-comparison");

    private final JdbcClient jdbc;
    private final Reconciliations reconciliations;
    private final Clock clock;

    StoredDailyComparisons(JdbcClient jdbc, Reconciliations reconciliations, Clock clock) {
        this.jdbc = jdbc;
        this.reconciliations = reconciliations;
        this.clock = clock;
    }

    @Override
    public void startDue() {
        Instant now = clock.instant();
        jdbc.sql(
                        "select name, compare_at from erp_connection where compare_due <= :now"
                                + " order by name for no key update skip locked")
                .param("now", Instants.parameter(now))
                .query((row, i) -> new Due(row.getString(1), row.getObject(2, LocalTime.class)))
                .list()
                .forEach(due -> start(due, now));
    }

    private void start(Due due, Instant now) {
        switchedOn(due.connection())
                .forEach(entity -> reconciliations.start(due.connection(), entity, SELF));
        jdbc.sql("update erp_connection set compare_due = :next where name = :name")
                .param("next", Instants.parameter(MallTime.next(due.at(), now)))
                .param("name", due.connection())
                .update();
    }

    private List<Entity> switchedOn(String connection) {
        return jdbc
                .sql(
                        "select entity from entity_policy"
                                + " where connection = :connection and depth <> 'OFF'")
                .param("connection", connection)
                .query(String.class)
                .list()
                .stream()
                .map(Entity::valueOf)
                .filter(Entity.steered()::contains)
                .sorted()
                .toList();
    }

    private record Due(String connection, LocalTime at) {}
}
