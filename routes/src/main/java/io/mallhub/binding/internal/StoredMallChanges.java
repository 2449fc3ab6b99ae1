package io.mallhub.binding.internal;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Known;
import io.mallhub.binding.MallChanges;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredMallChanges implements MallChanges {
    /** Longer than any call to an ERP and the asking after it; who is slower is fenced off. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final String MARK =
            """
            insert into mall_change as m (connection, entity, mall_id, dirty, dirty_since, edits)
            select b.connection, b.entity, b.mall_id, true, :now, 1
              from entity_policy p
              join binding b on b.connection = p.connection and b.entity = p.entity
               and b.mall_id = any (:ids)
             where p.entity = :entity and p.depth in ('OUT', 'BOTH')
               and (:connection::text is null or p.connection = :connection)
             order by b.connection, b.mall_id
            on conflict (connection, entity, mall_id) do update
               set dirty = true, edits = m.edits + 1, refused = null, next_try = null, attempts = 0,
                   dirty_since = case when m.dirty then m.dirty_since else excluded.dirty_since end
            """;

    private static final String TAKE =
            """
            update mall_change m
               set lease_token = m.lease_token + 1,
                   lease_until = clock_timestamp() + make_interval(secs => :lease)
              from (select s.connection, s.entity, s.mall_id
                      from mall_change s
                      join erp_connection c on c.name = s.connection and c.paused_reason is null
                       and (c.not_before is null or c.not_before <= :now)
                      join entity_policy p on p.connection = s.connection and p.entity = s.entity
                       and p.depth in ('OUT', 'BOTH')
                      join flow_state f on f.connection = s.connection and f.flow = :flow
                       and f.paused_reason is null
                       and within_hours(f.opens, f.closes, :time)
                     where s.entity = :entity and s.dirty and s.refused is null
                       and (:connection::text is null or s.connection = :connection)
                       and (s.next_try is null or s.next_try <= :now)
                       and (s.lease_until is null or s.lease_until < clock_timestamp())
                     order by s.dirty_since limit :most
                       for update of s skip locked) due
             where m.connection = due.connection and m.entity = due.entity
               and m.mall_id = due.mall_id
            returning m.*
            """;

    /** A write that covers no edit since the last one that arrived has come of nothing. */
    private static final String SENDING =
            """
            update mall_change
               set doubts = (array_remove(doubts, :digest) || :digest::text)
                            [greatest(1, cardinality(array_remove(doubts, :digest)) - 3):],
                   rebounds = rebounds + case when written_edits = edits then 1 else 0 end,
                   lease_until = clock_timestamp() + make_interval(secs => :lease)
             where connection = :connection and entity = :entity and mall_id = :id
               and lease_token = :token
            """;

    /** Untouched where the ERP was read meanwhile and said something else. */
    private static final String NOW_KNOWN =
            """
            update binding
               set known = :known, erp_version = :version, erp_changed_at = :changedAt,
                   sent_hash = :digest, synced_at = :now,
                   erp_hash = split_part(erp_hash, '.', 1) || '.' || :digest
             where connection = :connection and entity = :entity and mall_id = :id
               and known = :before
            """;

    private static final String ARRIVED =
            """
            update mall_change
               set writes = writes + case when :digest = any (doubts) then 1 else 0 end,
                   echo_due = :noted and :digest = any (doubts),
                   doubts = case when :settled then '{}' else array_remove(doubts, :digest) end,
                   written_edits = :edits, dirty = edits <> :edits or not :noted,
                   attempts = 0, next_try = null, refused = null, detail = '', lease_until = null
             where connection = :connection and entity = :entity and mall_id = :id
               and lease_token = :token
            """;

    private final JdbcClient jdbc;
    private final FlowSettings settings;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    StoredMallChanges(JdbcClient jdbc, FlowSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(Entity entity, Collection<String> mallIds) {
        mark(entity, mallIds, null);
    }

    @Override
    public void mark(String connection, Entity entity, Collection<String> mallIds) {
        mark(entity, mallIds, connection);
    }

    private void mark(Entity entity, Collection<String> mallIds, @Nullable String connection) {
        if (mallIds.isEmpty()) {
            return;
        }
        jdbc.sql(MARK)
                .param("entity", entity.name())
                .param("ids", new TreeSet<>(mallIds).toArray(String[]::new))
                .param("connection", connection, java.sql.Types.VARCHAR)
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Expected> expected(
            String connection, Entity entity, Collection<String> mallIds) {
        Map<String, Expected> expected = new HashMap<>();
        jdbc.sql(
                        """
                        select m.mall_id, m.dirty, m.echo_due, m.doubts
                          from (select distinct unnest(:ids::text[])) wanted (id)
                          join mall_change m on m.mall_id = wanted.id
                         where m.connection = :connection and m.entity = :entity
                        """)
                .param("connection", connection)
                .param("entity", entity.name())
                .param("ids", mallIds.toArray(String[]::new))
                .query(
                        row -> {
                            expected.put(
                                    row.getString("mall_id"),
                                    new Expected(
                                            row.getBoolean("dirty"),
                                            row.getBoolean("echo_due"),
                                            Set.copyOf(texts(row, "doubts"))));
                        });
        return expected;
    }

    /** Found in doubt: it did arrive, and whether the mall has gone on meanwhile is looked at. */
    @Override
    public void recognised(String connection, Entity entity, Map<String, String> digests) {
        if (digests.isEmpty()) {
            return;
        }
        Map<String, String> sorted = new TreeMap<>(digests);
        jdbc.sql(
                        """
                        update mall_change m
                           set echoes = m.echoes + 1, echo_due = false,
                               writes = m.writes
                                        + case when t.digest = any (m.doubts) then 1 else 0 end,
                               dirty = m.dirty or t.digest = any (m.doubts),
                               doubts = array_remove(m.doubts, t.digest)
                          from unnest(:ids::text[], :digests::text[]) as t (id, digest)
                         where m.connection = :connection and m.entity = :entity
                           and m.mall_id = t.id
                           and (m.echo_due or t.digest = any (m.doubts))
                        """)
                .param("ids", sorted.keySet().toArray(String[]::new))
                .param("digests", sorted.values().toArray(String[]::new))
                .param("connection", connection)
                .param("entity", entity.name())
                .update();
    }

    @Override
    public List<Change> take(Flow flow, int most) {
        return take(null, flow, most);
    }

    @Override
    public List<Change> take(@Nullable String connection, Flow flow, int most) {
        Instant now = clock.instant();
        return jdbc.sql(TAKE)
                .param("lease", seconds())
                .param("now", Instants.parameter(now))
                .param("time", MallTime.timeOf(now))
                .param("flow", flow.id())
                .param("entity", flow.entity().name())
                .param("connection", connection, java.sql.Types.VARCHAR)
                .param("most", most)
                .query(StoredMallChanges::change)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String connection, Entity entity, String mallId) {
        jdbc.sql(
                        "select 1 from mall_change where connection = :connection"
                                + " and entity = :entity and mall_id = :id for update")
                .param("connection", connection)
                .param("entity", entity.name())
                .param("id", mallId)
                .query(Integer.class)
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(String connection, Entity entity, String mallId, String digest) {
        int fresh =
                jdbc.sql(
                                """
                                update mall_change
                                   set writes = writes + 1, written_edits = edits, dirty = false,
                                       echo_due = true, doubts = '{}', attempts = 0,
                                       next_try = null, refused = null, detail = '',
                                       lease_until = null
                                 where connection = :connection and entity = :entity
                                   and mall_id = :id and dirty and :digest = any (doubts)
                                """)
                        .param("connection", connection)
                        .param("entity", entity.name())
                        .param("id", mallId)
                        .param("digest", digest)
                        .update();
        if (fresh == 1) {
            jdbc.sql(
                            "update flow_state set applied = applied + 1, last_success = :now,"
                                    + " last_error = null"
                                    + " where connection = :connection and flow = :flow")
                    .param("now", Instants.parameter(clock.instant()))
                    .param("connection", connection)
                    .param("flow", Flow.ofChanges(entity).id())
                    .update();
        }
    }

    @Override
    public boolean sending(Change change, String digest) {
        boolean mine =
                of(jdbc.sql(SENDING), change)
                                .param("digest", digest)
                                .param("lease", seconds())
                                .update()
                        == 1;
        if (mine) {
            note(change, "read = read + 1, last_run = :now", "");
        }
        return mine;
    }

    @Override
    public void arrived(Change change, Known before, Known now, String digest, boolean settled) {
        boolean noted =
                jdbc.sql(NOW_KNOWN)
                                .param("known", KnownColumns.json(now.fields()))
                                .param("version", now.version(), java.sql.Types.BIGINT)
                                .param(
                                        "changedAt",
                                        Instants.parameterOrNull(now.changedAt()),
                                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                                .param("digest", digest)
                                .param("now", Instants.parameter(clock.instant()))
                                .param("connection", change.connection())
                                .param("entity", change.entity().name())
                                .param("id", change.mallId())
                                .param("before", KnownColumns.json(before.fields()))
                                .update()
                        == 1;
        int mine =
                of(jdbc.sql(ARRIVED), change)
                        .param("digest", digest)
                        .param("noted", noted)
                        .param("settled", settled)
                        .param("edits", change.edits())
                        .update();
        if (mine == 1) {
            note(change, "applied = applied + 1, last_success = :now, last_error = null", "");
        }
    }

    @Override
    public void inStep(Change change) {
        of(
                        jdbc.sql(
                                """
                                update mall_change
                                   set dirty = edits <> :edits, written_edits = :edits,
                                       attempts = 0, next_try = null, detail = '',
                                       lease_until = null
                                 where connection = :connection and entity = :entity
                                   and mall_id = :id and lease_token = :token
                                """),
                        change)
                .param("edits", change.edits())
                .update();
        note(change, "unchanged = unchanged + 1, last_success = :now, last_error = null", "");
    }

    @Override
    public void notTaken(Change change, @Nullable String digest, String detail) {
        withdrawn(change, digest);
        again(change, detail);
    }

    @Override
    public void withdrawn(Change change, @Nullable String digest) {
        of(
                        jdbc.sql(
                                "update mall_change"
                                        + " set doubts = array_remove(doubts, :digest::text)"
                                        + " where connection = :connection and entity = :entity"
                                        + " and mall_id = :id and lease_token = :token"),
                        change)
                .param("digest", digest, java.sql.Types.VARCHAR)
                .update();
    }

    @Override
    public void leave(Change change, String detail) {
        again(change, detail);
    }

    private void again(Change change, String detail) {
        int attempts =
                of(
                                jdbc.sql(
                                        "update mall_change set attempts = attempts + 1, detail = :detail,"
                                                + " lease_until = null"
                                                + " where connection = :connection"
                                                + " and entity = :entity and mall_id = :id"
                                                + " and lease_token = :token returning attempts"),
                                change)
                        .param("detail", Columns.text(detail))
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
        if (attempts == 0) {
            return;
        }
        of(
                        jdbc.sql(
                                "update mall_change set next_try = :next"
                                        + " where connection = :connection and entity = :entity"
                                        + " and mall_id = :id and lease_token = :token"),
                        change)
                .param(
                        "next",
                        Instants.parameter(
                                clock.instant().plus(BackOff.pause(attempts, settings, random))))
                .update();
        note(change, "last_error = :detail", detail);
    }

    @Override
    public void refused(Change change, @Nullable String digest, String words) {
        of(
                        jdbc.sql(
                                """
                                update mall_change
                                   set doubts = array_remove(doubts, :digest::text),
                                       refused = case when edits = :edits then :words end,
                                       detail = :words, lease_until = null
                                 where connection = :connection and entity = :entity
                                   and mall_id = :id and lease_token = :token
                                """),
                        change)
                .param("digest", digest, java.sql.Types.VARCHAR)
                .param("edits", change.edits())
                .param("words", Columns.text(words))
                .update();
        note(change, "quarantined = quarantined + 1, last_error = :detail", words);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Entity, Tally> tallies(String connection) {
        Map<Entity, Tally> tallies = new EnumMap<>(Entity.class);
        jdbc.sql(
                        """
                        select entity, sum(edits) as edits, sum(writes) as writes,
                               sum(echoes) as echoes, sum(rebounds) as rebounds,
                               count(*) filter (where dirty and refused is null) as waiting,
                               count(*) filter (where refused is not null) as refused,
                               min(dirty_since) filter (where dirty) as oldest
                          from mall_change where connection = :connection group by entity
                        """)
                .param("connection", connection)
                .query(
                        row -> {
                            tallies.put(
                                    Entity.valueOf(row.getString("entity")),
                                    new Tally(
                                            row.getLong("edits"),
                                            row.getLong("writes"),
                                            row.getLong("echoes"),
                                            row.getLong("rebounds"),
                                            row.getLong("waiting"),
                                            row.getLong("refused"),
                                            Instants.read(row, "oldest")));
                        });
        return tallies;
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec sql, Change change) {
        return sql.param("connection", change.connection())
                .param("entity", change.entity().name())
                .param("id", change.mallId())
                .param("token", change.token());
    }

    /** What the connection desk shows of the flow as a whole. */
    private void note(Change change, String assignments, String detail) {
        jdbc.sql(
                        "update flow_state set "
                                + assignments
                                + " where connection = :connection and flow = :flow")
                .param("connection", change.connection())
                .param("flow", Flow.ofChanges(change.entity()).id())
                .param("now", Instants.parameter(clock.instant()))
                .param("detail", Columns.text(detail))
                .update();
    }

    private static double seconds() {
        return LEASE.toMillis() / 1000.0;
    }

    private static Change change(ResultSet row, int index) throws SQLException {
        return new Change(
                row.getString("connection"),
                Entity.valueOf(row.getString("entity")),
                row.getString("mall_id"),
                row.getLong("lease_token"),
                row.getLong("edits"),
                texts(row, "doubts"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
