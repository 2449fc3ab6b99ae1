package io.mallhub.binding.internal;

import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.ReconciliationTurns;
import io.mallhub.connectors.Cursor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leases are rows of {@code reconciliation}, timed by the clock of the database alone. */
@Component
@Transactional
class LeasedReconciliations implements ReconciliationTurns {
    private static final String TAKE =
            """
            update reconciliation r
               set lease_token = r.lease_token + 1,
                   lease_until = clock_timestamp() + make_interval(secs => :lease)
              from (select s.id from reconciliation s
                      join erp_connection c on c.name = s.connection and c.paused_reason is null
                       and (c.not_before is null or c.not_before <= :now)
                     where s.state in ('LISTING', 'SWEEPING')
                       and (s.next_try is null or s.next_try <= :now)
                       and (s.lease_until is null or s.lease_until < clock_timestamp())
                     order by s.id limit 1 for update of s skip locked) due
             where r.id = due.id
            returning r.*
            """;

    /**
     * Both of a record listed twice, because it moved, are of the same run: the later one holds.
     */
    private static final String FOUND =
            """
            insert into reconciliation_difference as d
                (run, record_key, mall_id, kind, title, mall_value, erp_value, payload)
            select :run, t.* from unnest(:keys::text[], :ids::text[], :kinds::text[],
                :titles::text[], :malls::text[], :erps::text[], :payloads::text[])
                as t (record_key, mall_id, kind, title, mall_value, erp_value, payload)
            on conflict (run, record_key) do update
               set mall_id = excluded.mall_id, kind = excluded.kind, title = excluded.title,
                   mall_value = excluded.mall_value, erp_value = excluded.erp_value,
                   payload = excluded.payload
            """;

    private static final String MISSING =
            """
             from binding b
             where b.connection = :connection and b.entity = :entity
               and b.linked_at < (select started_at from reconciliation where id = :run)
               and not exists (select 1 from reconciliation_seen s
                                where s.run = :run and s.erp_id = b.erp_id)
            """;

    private final JdbcClient jdbc;
    private final ReconciliationSettings settings;
    private final Clock clock;

    LeasedReconciliations(JdbcClient jdbc, ReconciliationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Turn> take() {
        return jdbc.sql(TAKE)
                .param("lease", settings.lease().toMillis() / 1000.0)
                .param("now", Instants.parameter(clock.instant()))
                .query((row, index) -> turn(row))
                .optional();
    }

    private Turn turn(ResultSet row) throws SQLException {
        Entity entity = Entity.valueOf(row.getString("entity"));
        String connection = row.getString("connection");
        return new Turn(
                row.getLong("id"),
                connection,
                entity,
                row.getLong("lease_token"),
                row.getString("state").equals("LISTING"),
                new Cursor(Instants.read(row, "cursor_at"), row.getString("cursor_key")),
                jdbc.sql(
                                "select cursor_at from flow_state"
                                        + " where connection = :connection and flow = :flow")
                        .param("connection", connection)
                        .param("flow", inbound(entity).id())
                        .query((state, n) -> Optional.ofNullable(Instants.read(state, "cursor_at")))
                        .optional()
                        .flatMap(it -> it)
                        .orElse(null));
    }

    private static Flow inbound(Entity entity) {
        return Arrays.stream(Flow.values())
                .filter(flow -> flow.inbound() && flow.entity() == entity)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<Turn> listed(
            Turn turn, Cursor next, boolean more, Collection<String> listed, List<Finding> found) {
        Optional<Turn> on =
                jdbc.sql(
                                """
                                update reconciliation
                                   set cursor_at = :at, cursor_key = :key, detail = '',
                                       compared = compared + :listed, state = :state,
                                       lease_until = clock_timestamp()
                                                     + make_interval(secs => :lease)
                                 where id = :run and lease_token = :token and state = 'LISTING'
                                returning *
                                """)
                        .param(
                                "at",
                                Instants.parameterOrNull(next.changedAt()),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("key", next.key())
                        .param("listed", listed.size())
                        .param("state", more ? "LISTING" : "SWEEPING")
                        .param("lease", settings.lease().toMillis() / 1000.0)
                        .param("run", turn.run())
                        .param("token", turn.token())
                        .query((row, index) -> turn(row))
                        .optional();
        if (on.isEmpty()) {
            return on;
        }
        jdbc.sql(
                        "insert into reconciliation_seen (run, erp_id)"
                                + " select :run, unnest(:keys::text[]) on conflict do nothing")
                .param("run", turn.run())
                .param("keys", new TreeSet<>(listed).toArray(String[]::new))
                .update();
        forget(turn, listed);
        note(turn, found);
        return more ? on : on.map(this::believed);
    }

    /** What was found of a record when it was listed before; it may be in step by now. */
    private void forget(Turn turn, Collection<String> listed) {
        jdbc.sql(
                        "delete from reconciliation_difference"
                                + " where run = :run and record_key = any (:keys)")
                .param("run", turn.run())
                .param("keys", listed.toArray(String[]::new))
                .update();
    }

    private void note(Turn turn, List<Finding> found) {
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql(FOUND)
                .param("run", turn.run())
                .param("keys", Columns.of(found, Finding::key))
                .param("ids", Columns.of(found, Finding::mallId))
                .param("kinds", Columns.of(found, Finding::kind))
                .param("titles", Columns.of(found, Finding::title))
                .param("malls", Columns.of(found, Finding::mallValue))
                .param("erps", Columns.of(found, Finding::erpValue))
                .param("payloads", Columns.of(found, Finding::payload))
                .update();
    }

    /** An answer that leaves too much out is a failure, not a list of deletions. */
    private Turn believed(Turn turn) {
        long missing = of(jdbc.sql("select count(*)" + MISSING), turn).query(Long.class).single();
        long bound =
                jdbc.sql(
                                "select count(*) from binding"
                                        + " where connection = :connection and entity = :entity")
                        .param("connection", turn.connection())
                        .param("entity", turn.entity().name())
                        .query(Long.class)
                        .single();
        if (turn.entity() != Entity.STOCK && missing > bound * settings.mostMissing()) {
            end(
                    turn,
                    "NOT_BELIEVED",
                    "The ERP did not list %d of %d records".formatted(missing, bound));
        }
        return turn;
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec sql, Turn turn) {
        return sql.param("connection", turn.connection())
                .param("entity", turn.entity().name())
                .param("run", turn.run());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Link> notListed(Turn turn, int limit) {
        return of(
                        jdbc.sql(
                                "select b.*"
                                        + MISSING
                                        + " and b.mall_id > (select swept_to from reconciliation"
                                        + "  where id = :run and state = 'SWEEPING')"
                                        + " order by b.mall_id limit :limit"),
                        turn)
                .param("limit", limit)
                .query(
                        (row, index) ->
                                new Link(
                                        row.getString("mall_id"),
                                        row.getString("erp_id"),
                                        row.getString("erp_hash"),
                                        row.getString("sent_hash"),
                                        KnownColumns.read(row)))
                .list();
    }

    @Override
    public Optional<Turn> swept(Turn turn, String lastMallId, List<Finding> found) {
        Optional<Turn> on =
                jdbc.sql(
                                """
                                update reconciliation
                                   set swept_to = :last, detail = '',
                                       lease_until = clock_timestamp()
                                                     + make_interval(secs => :lease)
                                 where id = :run and lease_token = :token and state = 'SWEEPING'
                                returning *
                                """)
                        .param("last", lastMallId)
                        .param("lease", settings.lease().toMillis() / 1000.0)
                        .param("run", turn.run())
                        .param("token", turn.token())
                        .query((row, index) -> turn(row))
                        .optional();
        on.ifPresent(still -> note(still, found));
        return on;
    }

    @Override
    public void done(Turn turn) {
        end(turn, "DONE", "");
    }

    private void end(Turn turn, String state, String detail) {
        int mine =
                jdbc.sql(
                                "update reconciliation set state = :state, detail = :detail,"
                                        + " finished_at = :now, lease_until = null"
                                        + " where id = :run and lease_token = :token"
                                        + " and state in ('LISTING', 'SWEEPING')")
                        .param("state", state)
                        .param("detail", detail)
                        .param("now", Instants.parameter(clock.instant()))
                        .param("run", turn.run())
                        .param("token", turn.token())
                        .update();
        if (mine == 1) {
            jdbc.sql("delete from reconciliation_seen where run = :run")
                    .param("run", turn.run())
                    .update();
        }
    }

    @Override
    public void leave(Turn turn, String detail) {
        jdbc.sql(
                        "update reconciliation set detail = :detail, next_try = :next,"
                                + " lease_until = null where id = :run and lease_token = :token")
                .param("detail", io.mallhub.binding.internal.Columns.text(detail))
                .param("next", Instants.parameter(clock.instant().plus(settings.pause())))
                .param("run", turn.run())
                .param("token", turn.token())
                .update();
    }
}
