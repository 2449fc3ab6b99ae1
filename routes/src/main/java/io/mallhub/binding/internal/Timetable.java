package io.mallhub.binding.internal;

import io.mallhub.binding.Flow;
import io.mallhub.binding.Hours;
import io.mallhub.binding.Schedule;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hours and paces in {@code flow_state}, and when a connection is compared. */
@Component
class Timetable {
    /**
     * Another pace counts from the last turn that went through; after a failure the pause stays.
     */
    private static final String CHANGE =
            """
            update flow_state
               set next_run = case
                                when failures = 0 and pace_seconds is distinct from :pace::int
                                then last_success
                                     + make_interval(secs => coalesce(:pace::int, :usual))
                                else next_run
                              end,
                   pace_seconds = :pace::int, opens = :opens::time, closes = :closes::time
             where connection = :connection and flow = :flow
               and (pace_seconds, opens, closes)
                   is distinct from (:pace::int, :opens::time, :closes::time)
            """;

    private final JdbcClient jdbc;
    private final FlowSettings settings;
    private final Clock clock;

    Timetable(JdbcClient jdbc, FlowSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    static Schedule schedule(ResultSet row) throws SQLException {
        int pace = row.getInt("pace_seconds");
        LocalTime opens = row.getObject("opens", LocalTime.class);
        LocalTime closes = row.getObject("closes", LocalTime.class);
        return new Schedule(
                pace == 0 ? null : Duration.ofSeconds(pace),
                opens == null ? null : new Hours(opens, closes));
    }

    /** False when it was so before. */
    boolean change(String connection, Flow flow, Schedule schedule) {
        Duration pace = schedule.pace();
        Hours hours = schedule.hours();
        return jdbc.sql(CHANGE)
                        .param("pace", pace == null ? null : pace.toSeconds(), Types.BIGINT)
                        .param("usual", settings.secondsOf(flow.id()))
                        .param("opens", hours == null ? null : hours.opens(), Types.TIME)
                        .param("closes", hours == null ? null : hours.closes(), Types.TIME)
                        .param("connection", connection)
                        .param("flow", flow.id())
                        .update()
                == 1;
    }

    /** From the next time it is that time of day; false when it was so before. */
    boolean compareDaily(String connection, @Nullable LocalTime at) {
        return jdbc.sql(
                                "update erp_connection set compare_at = :at::time, compare_due = :due"
                                        + " where name = :name"
                                        + " and compare_at is distinct from :at::time")
                        .param("at", at, Types.TIME)
                        .param(
                                "due",
                                at == null
                                        ? null
                                        : Instants.parameter(MallTime.next(at, clock.instant())),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("name", connection)
                        .update()
                == 1;
    }
}
