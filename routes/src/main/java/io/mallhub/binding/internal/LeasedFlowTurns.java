package io.mallhub.binding.internal;

import io.mallhub.binding.Counts;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowTurns;
import io.mallhub.binding.Progress;
import io.mallhub.binding.Turn;
import io.mallhub.connectors.Cursor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leases are rows of {@code flow_state}, timed by the clock of the database alone. */
@Component
@Transactional
class LeasedFlowTurns implements FlowTurns {
    private static final String TAKE =
            """
            update flow_state f
               set lease_owner = :node, lease_token = f.lease_token + 1, run_requested = false,
                   lease_until = clock_timestamp() + make_interval(secs => :lease), last_run = :now,
                   read_before = f.read
              from (select s.connection, s.flow
                      from flow_state s
                      join erp_connection c on c.name = s.connection and c.paused_reason is null
                       and (c.not_before is null or c.not_before <= :now)
                      join entity_policy p on p.connection = s.connection and p.entity = :entity
                       and p.depth in ('IN', 'BOTH')
                     where s.flow = :flow and s.paused_reason is null
                       and (s.lease_until is null or s.lease_until < clock_timestamp())
                       and (s.run_requested
                            or (s.next_run is null or s.next_run <= :now)
                               and within_hours(s.opens, s.closes, :time))
                       and not exists (select 1 from flow_state d
                              join entity_policy q on q.connection = d.connection
                               and q.entity = :firstEntity and q.depth in ('IN', 'BOTH')
                             where d.connection = s.connection and d.flow = :first
                               and d.last_success is null)
                       for update of s skip locked) due
             where f.connection = due.connection and f.flow = due.flow
            returning f.*
            """;

    private static final String SAVE =
            """
            update flow_state
               set cursor_at = :at, cursor_key = :key,
                   advanced_at = coalesce(:advanced, advanced_at),
                   read = read + :read, applied = applied + :applied,
                   unchanged = unchanged + :unchanged, quarantined = quarantined + :quarantined,
                   echoes = echoes + :echoes,
                   lease_until = clock_timestamp() + make_interval(secs => :lease)
             where connection = :connection and flow = :flow and lease_token = :token
            returning paused_reason is null and not exists (
                select 1 from erp_connection c where c.name = connection and c.paused_reason is not null)
            """;

    /** With the usual back-off that is after some eight minutes. */
    private static final int TOLD_AFTER = 10;

    private final JdbcClient jdbc;
    private final ErpConnections connections;
    private final ConnectionNotices notices;
    private final FlowSettings settings;
    private final Clock clock;
    private final Overlap lateCommits;
    private final Overlap setClocks;
    private final String node = UUID.randomUUID().toString();
    private final RandomGenerator random = RandomGenerator.getDefault();

    LeasedFlowTurns(
            JdbcClient jdbc,
            ErpConnections connections,
            ConnectionNotices notices,
            FlowSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        lateCommits = new Overlap(settings.overlap(), settings.overlap());
        // Three times, so that a jump of two thirds is seen however it falls between two readings.
        setClocks = new Overlap(settings.clockJump(), settings.clockJump().dividedBy(3));
    }

    @Override
    public List<Turn> take(Flow flow) {
        Instant now = clock.instant();
        Flow first = flow.after();
        return jdbc.sql(TAKE)
                .param("node", node)
                .param("lease", settings.lease().toMillis() / 1000.0)
                .param("now", Instants.parameter(now))
                .param("time", MallTime.timeOf(now))
                .param("flow", flow.id())
                .param("entity", flow.entity().name())
                .param("first", first == null ? "" : first.id())
                .param("firstEntity", first == null ? "" : first.entity().name())
                .query((row, index) -> turn(row, flow, now))
                .list();
    }

    /** A first reading that was cut short goes on where it stopped. */
    private Turn turn(ResultSet row, Flow flow, Instant now) throws SQLException {
        Cursor cursor = new Cursor(Instants.read(row, "cursor_at"), row.getString("cursor_key"));
        Instant advancedAt = Instants.read(row, "advanced_at");
        Instant sweptAt = Instants.read(row, "swept_at");
        boolean first = sweptAt == null;
        boolean deep = first || setClocks.due(advancedAt, Instants.read(row, "deep_at"), now);
        boolean sweep = deep || lateCommits.due(advancedAt, sweptAt, now);
        Cursor sweptTo = new Cursor(Instants.read(row, "swept_to"), "");
        Cursor before =
                deep
                        ? earlier(
                                sweptTo.backBy(lateCommits.reach()),
                                cursor.backBy(setClocks.reach()))
                        : sweptTo.backBy(lateCommits.reach());
        return new Turn(
                row.getString("connection"),
                flow,
                row.getLong("lease_token"),
                now,
                sweep,
                deep,
                first ? null : cursor.changedAt(),
                cursor,
                sweep && !first ? before : cursor,
                true);
    }

    private static Cursor earlier(Cursor one, Cursor other) {
        return later(one, other).equals(one) ? other : one;
    }

    @Override
    public Turn commit(Turn turn, Supplier<Progress> work) {
        Progress progress = work.get();
        Cursor saved = later(turn.cursor(), progress.next());
        Counts counts = progress.counts();
        boolean open =
                jdbc.sql(SAVE)
                        .param("at", Instants.parameterOrNull(saved.changedAt()))
                        .param("key", saved.key())
                        .param(
                                "advanced",
                                saved.equals(turn.cursor())
                                        ? null
                                        : Instants.parameter(clock.instant()),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("read", counts.read())
                        .param("applied", counts.applied())
                        .param("unchanged", counts.unchanged())
                        .param("quarantined", counts.quarantined())
                        .param("echoes", counts.echoes())
                        .param("lease", settings.lease().toMillis() / 1000.0)
                        .param("connection", turn.connection())
                        .param("flow", turn.flow().id())
                        .param("token", turn.token())
                        .query(Boolean.class)
                        .optional()
                        .orElseThrow(() -> new LeaseLost(turn));
        if (turn.cursor().equals(Cursor.START) && counts.applied() > 0) {
            // Before the first statistics the planner takes a connection for a handful of records,
            // and each page of a first load would read all that came before.
            jdbc.sql("analyze binding").update();
        }
        return turn.movedTo(saved, progress.next(), progress.more() && open);
    }

    /** During a sweep pages lie behind the cursor, which never goes back. */
    private static Cursor later(Cursor saved, Cursor read) {
        if (read.changedAt() == null) {
            return saved;
        }
        if (saved.changedAt() == null) {
            return read;
        }
        int order = read.changedAt().compareTo(saved.changedAt());
        if (order == 0) {
            order = read.key().compareTo(saved.key());
        }
        return order > 0 ? read : saved;
    }

    @Override
    public void finish(Turn turn) {
        Instant now = clock.instant();
        String sweep =
                (turn.sweep() ? "swept_at = :sweptAt, swept_to = :sweptTo," : "")
                        + (turn.deep() ? "deep_at = :sweptAt," : "");
        jdbc.sql(
                        "update flow_state set "
                                + sweep
                                + " lease_until = null, lease_owner = null,"
                                + " next_run = :now::timestamptz"
                                + "  + make_interval(secs => coalesce(pace_seconds, :usual)),"
                                + " last_success = :now, failures = 0, last_error = null"
                                + " where connection = :connection and flow = :flow"
                                + " and lease_token = :token")
                .param("sweptAt", Instants.parameter(turn.startedAt()))
                .param(
                        "sweptTo",
                        Instants.parameterOrNull(turn.sweptTo()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("usual", settings.secondsOf(turn.flow().id()))
                .param("now", Instants.parameter(now))
                .param("connection", turn.connection())
                .param("flow", turn.flow().id())
                .param("token", turn.token())
                .update();
    }

    @Override
    public void fail(Turn turn, String error, @Nullable Duration notBefore) {
        int failures =
                jdbc.sql(
                                "update flow_state set failures = failures + 1, last_error = :error,"
                                        + " lease_until = null, lease_owner = null"
                                        + " where connection = :connection and flow = :flow"
                                        + " and lease_token = :token returning failures")
                        .param("error", Columns.text(error))
                        .param("connection", turn.connection())
                        .param("flow", turn.flow().id())
                        .param("token", turn.token())
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
        if (failures == 0) {
            return;
        }
        Duration pause = BackOff.pause(failures, settings, random);
        jdbc.sql(
                        "update flow_state set next_run = :next"
                                + " where connection = :connection and flow = :flow")
                .param("next", Instants.parameter(clock.instant().plus(pause)))
                .param("connection", turn.connection())
                .param("flow", turn.flow().id())
                .update();
        connections.leaveAlone(turn.connection(), notBefore);
        if (failures == TOLD_AFTER) {
            notices.keepsFailing(
                    turn.connection(), turn.flow().id(), failures, Columns.text(error));
        }
    }

    @Override
    public void keepAlive() {
        // Rows locked by a page being committed are skipped: the commit itself renews the lease.
        jdbc.sql(
                        """
                        update flow_state f
                           set lease_until = clock_timestamp() + make_interval(secs => :lease)
                          from (select connection, flow from flow_state
                                 where lease_owner = :node and lease_until > clock_timestamp()
                                   for update skip locked) mine
                         where f.connection = mine.connection and f.flow = mine.flow
                        """)
                .param("lease", settings.lease().toMillis() / 1000.0)
                .param("node", node)
                .update();
    }
}
