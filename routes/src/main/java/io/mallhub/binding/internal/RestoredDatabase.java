package io.mallhub.binding.internal;

import io.mallhub.binding.ConnectionView;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Reconciliations;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices at the start, before any flow or worker runs, that the database was put back to an
 * earlier time. What the mall sent since then the ERPs have, and the mall does not know: so nothing
 * goes out until somebody has compared and resumes it, and no number is given out twice.
 *
 * <p>Another PostgreSQL, or one that has recovered to a point in time or taken over from another,
 * is told by itself. A copy of the files put in place of the running ones is not: {@code
 * mallhub.restored} says so, with any word that was not said before.
 */
@Component
class RestoredDatabase implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(RestoredDatabase.class);
    private static final Actor SELF = Actor.system("restored-database");
    private static final String WHY =
            "The database was restored: compare orders and customers first, then resume";

    /** More documents than one kind can have had in the time that was lost. */
    private static final long LEAP = 100_000;

    private final JdbcClient jdbc;
    private final Connections connections;
    private final Reconciliations reconciliations;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String told;

    RestoredDatabase(
            JdbcClient jdbc,
            Connections connections,
            Reconciliations reconciliations,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${mallhub.restored:}") String told) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.reconciliations = reconciliations;
        this.transaction = transaction;
        this.clock = clock;
        this.told = told;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> compare());
    }

    private void compare() {
        jdbc.sql("lock table database_place in exclusive mode").update(); // nodes start together
        Optional<String> before =
                jdbc.sql("select place from database_place order by id desc limit 1")
                        .query(String.class)
                        .optional();
        String now = place(before.orElse(""));
        if (before.filter(now::equals).isPresent()) {
            return;
        }
        if (before.isPresent()) {
            LOG.error("The database was at {} and is at {} now. {}", before.get(), now, WHY);
            leap();
            connections.all().forEach(this::holdBack);
        }
        jdbc.sql("insert into database_place (place, noted_at) values (:place, :now)")
                .param("place", now)
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }

    /** Cluster, its recoveries, and the last word of a person. */
    private String place(String before) {
        String word = told.isBlank() ? before.replaceFirst("^[^ ]* ?", "") : told.strip();
        return jdbc.sql(
                                """
                                select s.system_identifier || '/' || c.timeline_id
                                from pg_control_system() s, pg_control_checkpoint() c
                                """)
                        .query(String.class)
                        .single()
                + " "
                + word;
    }

    /** Numbers that others know must not be given out again; those that begin anew go round. */
    private void leap() {
        jdbc.sql(
                        """
                        select setval(format('%I.%I', schemaname, sequencename)::regclass,
                            case when last_value <= max_value - least(:leap, (max_value - min_value) / 10)
                                 then last_value + least(:leap, (max_value - min_value) / 10)
                                 else min_value end)
                        from pg_sequences
                        where schemaname = current_schema() and last_value is not null
                        """)
                .param("leap", LEAP)
                .query(Long.class)
                .list();
    }

    private void holdBack(ConnectionView connection) {
        for (Flow flow : Flow.values()) {
            if (!flow.inbound()) {
                connections.pauseFlow(connection.name(), flow.id(), WHY, SELF);
            }
        }
        for (Entity entity : List.of(Entity.ORDER, Entity.CUSTOMER)) {
            if (connection.policies().getOrDefault(entity, Depth.OFF) != Depth.OFF) {
                reconciliations.start(connection.name(), entity, SELF);
            }
        }
    }
}
