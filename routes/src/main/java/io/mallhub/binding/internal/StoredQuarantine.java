package io.mallhub.binding.internal;

import static io.mallhub.binding.internal.Columns.text;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Quarantine;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredQuarantine implements Quarantine {
    private static final String MATCHING =
            """
            from quarantine where (:connection::text is null or connection = :connection)
               and (:flow::text is null or flow = :flow) and (not :openOnly or state = 'OPEN')
               and (:owner::text is null or owner = :owner)
            """;

    /** Nobody else has it. */
    private static final String FREE = "owner is null or owner = :by";

    private final JdbcClient jdbc;
    private final Replays replays;
    private final PersonalViews views;
    private final AuditLog audit;
    private final Clock clock;

    StoredQuarantine(
            JdbcClient jdbc, Replays replays, PersonalViews views, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.views = views;
        this.replays = replays;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Item> page(
            @Nullable String connection,
            @Nullable String flow,
            boolean openOnly,
            @Nullable String owner,
            PageRequest page) {
        PersonalViews.View view = views.open();
        JdbcClient.StatementSpec count = jdbc.sql("select count(*) " + MATCHING);
        JdbcClient.StatementSpec rows =
                jdbc.sql(
                                "select * "
                                        + MATCHING
                                        + " order by last_seen desc, id desc"
                                        + " limit :size offset :offset")
                        .param("size", page.size())
                        .param("offset", page.offset());
        for (JdbcClient.StatementSpec query : List.of(count, rows)) {
            query.param("connection", connection, java.sql.Types.VARCHAR)
                    .param("flow", flow, java.sql.Types.VARCHAR)
                    .param("owner", owner, java.sql.Types.VARCHAR)
                    .param("openOnly", openOnly);
        }
        return new Page<>(
                rows.query(QuarantineRow::read).list().stream()
                        .map(row -> masked(row.item(), view))
                        .toList(),
                page.number(),
                page.size(),
                count.query(Long.class).single());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Item> item(long id) {
        return replays.row(id).map(row -> masked(row.item(), views.open()));
    }

    /** Written before it is shown: without its line in the audit log nothing is shown. */
    @Override
    public Optional<Item> reveal(long id, String reason, Actor by) {
        Optional<Item> kept = replays.row(id).map(QuarantineRow::item);
        kept.ifPresent(item -> record("reveal-record", item, reason, by));
        return kept;
    }

    private void record(String action, Item item, String reason, Actor by) {
        audit.record(
                new AuditEntry(
                        by,
                        action,
                        "connection",
                        item.connection(),
                        reason,
                        Map.of("flow", item.flow(), "key", item.key())));
    }

    private static Item masked(Item item, PersonalViews.View view) {
        return new Item(
                item.id(),
                item.connection(),
                item.flow(),
                item.key(),
                view.record(item.connection(), item.reason()),
                view.record(item.connection(), item.payload()),
                item.attempts(),
                item.state(),
                item.firstSeen(),
                item.lastSeen(),
                item.owner());
    }

    @Override
    public void put(String connection, Flow flow, Collection<Bad> records) {
        for (Bad bad : records) {
            jdbc.sql(
                            """
                            insert into quarantine as q (connection, flow, record_key, reason,
                                missing, payload, readable, first_seen, last_seen)
                            values (:connection, :flow, :key, :reason, :missing, :payload,
                                    :readable, :now, :now)
                            on conflict (connection, flow, record_key) where state = 'OPEN'
                            do update set reason = excluded.reason, missing = excluded.missing,
                               payload = excluded.payload, readable = excluded.readable,
                               attempts = q.attempts + 1, last_seen = excluded.last_seen
                            """)
                    .param("connection", connection)
                    .param("flow", flow.id())
                    .param("key", text(bad.key()))
                    .param("reason", text(bad.reason()))
                    .param("missing", bad.missing(), java.sql.Types.VARCHAR)
                    .param("payload", text(bad.payload()))
                    .param("readable", bad.readable())
                    .param("now", Instants.parameter(clock.instant()))
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> keysSince(String connection, Flow flow, Instant since) {
        return Set.copyOf(
                jdbc.sql(
                                "select distinct record_key from quarantine"
                                        + " where connection = :connection and flow = :flow"
                                        + " and state = 'OPEN' and last_seen >= :since")
                        .param("connection", connection)
                        .param("flow", flow.id())
                        .param("since", Instants.parameter(since))
                        .query(String.class)
                        .list());
    }

    @Override
    public void supersede(String connection, Flow flow, Collection<String> keys) {
        jdbc.sql(
                        "update quarantine q set state = 'SUPERSEDED', last_seen = :now"
                                + " from unnest(:keys::text[]) good (key)"
                                + " where q.connection = :connection and q.flow = :flow"
                                + " and q.state = 'OPEN' and q.record_key = good.key")
                .param("now", Instants.parameter(clock.instant()))
                .param("connection", connection)
                .param("flow", flow.id())
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    @Override
    public List<String> missing(String connection, Flow flow, Duration seldom, int limit) {
        Instant now = clock.instant();
        return jdbc
                .sql(
                        """
                        update quarantine set asked_at = :now
                         where id in (select q.id from quarantine q
                                 where q.connection = :connection and q.flow = :flow
                                   and q.state = 'OPEN' and q.missing is not null
                                   and (q.asked_at is null or q.asked_at < :before)
                                   and not exists (select from binding b
                                     where b.connection = q.connection
                                       and b.entity in ('PRODUCT', 'CUSTOMER')
                                       and b.erp_id = q.missing)
                                 order by q.id limit :limit)
                        returning missing
                        """)
                .param("now", Instants.parameter(now))
                .param("before", Instants.parameter(now.minus(seldom)))
                .param("connection", connection)
                .param("flow", flow.id())
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> nowPossible(String connection, Flow flow, int limit) {
        return jdbc
                .sql(
                        """
                        select q.* from quarantine q
                          join binding b on b.connection = q.connection and b.entity IN ('PRODUCT', 'CUSTOMER')
                           and b.erp_id = q.missing
                         where q.connection = :connection and q.flow = :flow
                           and q.state = 'OPEN' and q.missing is not null
                         order by q.id limit :limit
                        """)
                .param("connection", connection)
                .param("flow", flow.id())
                .param("limit", limit)
                .query(QuarantineRow::read)
                .list()
                .stream()
                .map(QuarantineRow::item)
                .toList();
    }

    /** The record and its state change together; a refusal is noted in a transaction of its own. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Replay replay(long id, Actor by) {
        QuarantineRow row =
                replays.row(id).orElseThrow(() -> new IllegalArgumentException("No record " + id));
        if (!row.isFor(by)) {
            throw new IllegalStateException("Record " + id + " " + row.taken());
        }
        return replays.replay(row, "", by);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public ReplayCount replay(Set<Long> ids, String reason, Actor by) {
        return replayed(selected(ids), reason, by);
    }

    /** Somebody may be faster with any of them: it is his then. */
    private ReplayCount replayed(Collection<Long> ids, String reason, Actor by) {
        long applied = 0;
        long stillBad = 0;
        for (long id : ids) {
            Optional<Replay> replay =
                    replays.row(id)
                            .filter(row -> row.isFor(by))
                            .map(row -> replays.replay(row, reason, by));
            if (replay.isPresent()) {
                if (replay.get() == Replay.APPLIED) {
                    applied++;
                } else {
                    stillBad++;
                }
            }
        }
        return new ReplayCount(applied, stillBad, ids.size() - applied - stillBad);
    }

    private static Set<Long> selected(Set<Long> ids) {
        if (ids.size() > MOST_SELECTED) {
            throw new IllegalArgumentException(ids.size() + " records at once");
        }
        return new TreeSet<>(ids);
    }

    @Override
    public int replayAll(String connection, String flow, Actor by) {
        int marked =
                jdbc.sql(
                                """
                                update quarantine set replay_by = :by, replay_by_name = :name
                                 where connection = :connection and flow = :flow
                                   and state = 'OPEN' and replay_by is null and (%s)
                                """
                                        .formatted(FREE))
                        .param("by", by.id())
                        .param("name", by.name())
                        .param("connection", connection)
                        .param("flow", Flow.of(flow).id())
                        .update();
        audit.record(
                new AuditEntry(
                        by,
                        "replay-all",
                        "connection",
                        connection,
                        "",
                        Map.of("flow", flow, "records", Integer.toString(marked))));
        return marked;
    }

    @Override
    @Transactional(readOnly = true)
    public long toReplay(@Nullable String connection, @Nullable String flow) {
        return jdbc.sql(
                        """
                        select count(*) from quarantine
                         where replay_by is not null and state = 'OPEN'
                           and (:connection::text is null or connection = :connection)
                           and (:flow::text is null or flow = :flow)
                        """)
                .param("connection", connection, java.sql.Types.VARCHAR)
                .param("flow", flow, java.sql.Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    /** The mark goes when the replay is over: a node that dies leaves its records to the next. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int replaySome() {
        List<Wanted> some =
                jdbc.sql(
                                """
                                update quarantine
                                   set replay_until = clock_timestamp() + interval '2 minutes'
                                 where id in (select id from quarantine
                                         where replay_by is not null and state = 'OPEN'
                                           and (replay_until is null
                                                or replay_until < clock_timestamp())
                                         order by id limit 20 for update skip locked)
                                returning id, replay_by, replay_by_name
                                """)
                        .query(
                                (row, index) ->
                                        new Wanted(
                                                row.getLong("id"),
                                                Actor.staff(
                                                        row.getString("replay_by"),
                                                        row.getString("replay_by_name"))))
                        .list();
        for (Wanted wanted : some) {
            replayed(List.of(wanted.id), "", wanted.by);
            jdbc.sql(
                            "update quarantine set replay_by = null, replay_by_name = null,"
                                    + " replay_until = null where id = :id")
                    .param("id", wanted.id)
                    .update();
        }
        return some.size();
    }

    private record Wanted(long id, Actor by) {}

    @Override
    public void discard(long id, String reason, Actor by) {
        QuarantineRow row =
                replays.row(id).orElseThrow(() -> new IllegalArgumentException("No record " + id));
        if (discard(Set.of(id), reason, by) == 0) {
            throw new IllegalStateException("Record " + id + " " + row.taken());
        }
    }

    @Override
    public int discard(Set<Long> ids, String reason, Actor by) {
        return audited(
                "discard-record",
                reason,
                by,
                changing("state = 'DISCARDED', decided_by = :by, last_seen = :now", FREE, ids, by));
    }

    @Override
    public int take(Set<Long> ids, Actor by) {
        return audited(
                "take-record",
                "",
                by,
                changing(
                        "owner = :by, owner_name = :name, owned_since = :now",
                        "owner is null",
                        ids,
                        by));
    }

    @Override
    public int giveBack(Set<Long> ids, Actor by) {
        return audited(
                "give-back-record",
                "",
                by,
                changing(
                        "owner = null, owner_name = null, owned_since = null",
                        "owner = :by",
                        ids,
                        by));
    }

    private int audited(String action, String reason, Actor by, List<Item> changed) {
        changed.forEach(item -> record(action, item, reason, by));
        return changed.size();
    }

    /** Those of these open records on which the condition holds; locked in one order by all. */
    private List<Item> changing(String change, String condition, Set<Long> ids, Actor by) {
        return jdbc
                .sql(
                        """
                        with free as (select id from quarantine
                                       where id = any(:ids) and state = 'OPEN' and (%s)
                                       order by id for update)
                        update quarantine set %s from free where quarantine.id = free.id
                        returning quarantine.*
                        """
                                .formatted(condition, change))
                .param("by", by.id())
                .param("name", by.name())
                .param("now", Instants.parameter(clock.instant()))
                .param("ids", selected(ids).toArray(Long[]::new))
                .query(QuarantineRow::read)
                .list()
                .stream()
                .map(QuarantineRow::item)
                .toList();
    }
}
