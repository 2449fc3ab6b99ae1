package io.mallhub.binding.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Reconciliations;
import io.mallhub.binding.Repairer;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Component
@Transactional(readOnly = true)
class StoredReconciliations implements Reconciliations {
    private static final String RUNS =
            """
            select r.*,
                   (select coalesce(json_object_agg(d.kind, d.n), '{}')
                      from (select kind, count(*) as n from reconciliation_difference
                             where run = r.id group by kind) d)::text as found,
                   (select count(*) from reconciliation_difference
                     where run = r.id and repair is null) as open
              from reconciliation r
            """;

    private static final String DIFFERENCES =
            """
            select d.*, r.connection, r.entity from reconciliation_difference d
              join reconciliation r on r.id = d.run
            """;

    private static final String MATCHING =
            " where run = :run and (:kind::text is null or kind = :kind)"
                    + " and (not :open or repair is null)";

    private final JdbcClient jdbc;
    private final ObjectProvider<Repairer> repairers;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;

    StoredReconciliations(
            JdbcClient jdbc,
            ObjectProvider<Repairer> repairers,
            TransactionTemplate transaction,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.repairers = repairers;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long start(String connection, Entity entity, Actor by) {
        Optional<Long> fresh =
                jdbc.sql(
                                """
                                insert into reconciliation
                                    (connection, entity, state, started_by, started_at)
                                values (:connection, :entity, 'LISTING', :by, :now)
                                on conflict (connection, entity)
                                    where state in ('LISTING', 'SWEEPING') do nothing
                                returning id
                                """)
                        .param("connection", connection)
                        .param("entity", entity.name())
                        .param("by", by.name())
                        .param("now", Instants.parameter(clock.instant()))
                        .query(Long.class)
                        .optional();
        if (fresh.isPresent()) {
            audit.record(
                    new AuditEntry(
                            by,
                            "start-reconciliation",
                            "connection",
                            connection,
                            "",
                            Map.of("entity", entity.name())));
            return fresh.get();
        }
        return jdbc.sql(
                        "select id from reconciliation where connection = :connection"
                                + " and entity = :entity and state in ('LISTING', 'SWEEPING')")
                .param("connection", connection)
                .param("entity", entity.name())
                .query(Long.class)
                .single();
    }

    @Override
    public Page<Run> runs(PageRequest page) {
        List<Run> runs =
                jdbc.sql(RUNS + " order by r.started_at desc, r.id desc limit :n offset :at")
                        .param("n", page.size())
                        .param("at", page.offset())
                        .query(StoredReconciliations::run)
                        .list();
        long all = jdbc.sql("select count(*) from reconciliation").query(Long.class).single();
        return new Page<>(runs, page.number(), page.size(), all);
    }

    @Override
    public Optional<Run> run(long id) {
        return jdbc.sql(RUNS + " where r.id = :id")
                .param("id", id)
                .query(StoredReconciliations::run)
                .optional();
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("connection"),
                Entity.valueOf(row.getString("entity")),
                State.valueOf(row.getString("state")),
                row.getLong("compared"),
                FoundColumn.read(row.getString("found")),
                row.getLong("open"),
                row.getString("started_by"),
                Instants.sure(row, "started_at"),
                Instants.read(row, "finished_at"),
                row.getString("detail"));
    }

    @Override
    public Page<Difference> differences(
            long run, @Nullable Kind kind, boolean openOnly, PageRequest page) {
        List<Difference> found =
                matching(DIFFERENCES + MATCHING + " order by d.id limit :n offset :at", run, kind)
                        .param("open", openOnly)
                        .param("n", page.size())
                        .param("at", page.offset())
                        .query(StoredReconciliations::difference)
                        .list();
        long all =
                matching("select count(*) from reconciliation_difference" + MATCHING, run, kind)
                        .param("open", openOnly)
                        .query(Long.class)
                        .single();
        return new Page<>(found, page.number(), page.size(), all);
    }

    private JdbcClient.StatementSpec matching(String sql, long run, @Nullable Kind kind) {
        return jdbc.sql(sql)
                .param("run", run)
                .param("kind", kind == null ? null : kind.name(), java.sql.Types.VARCHAR);
    }

    @Override
    public Optional<Difference> difference(long id) {
        return jdbc.sql(DIFFERENCES + " where d.id = :id")
                .param("id", id)
                .query(StoredReconciliations::difference)
                .optional();
    }

    private static Difference difference(ResultSet row, int index) throws SQLException {
        String repair = row.getString("repair");
        return new Difference(
                row.getLong("id"),
                row.getLong("run"),
                row.getString("connection"),
                Entity.valueOf(row.getString("entity")),
                row.getString("record_key"),
                row.getString("mall_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("mall_value"),
                row.getString("erp_value"),
                row.getString("payload"),
                repair == null ? null : Repair.valueOf(repair),
                row.getString("repaired_by"),
                Instants.read(row, "repaired_at"));
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome repair(long id, Repair how, Actor by) {
        Difference difference =
                difference(id)
                        .orElseThrow(() -> new IllegalArgumentException("No difference " + id));
        if (difference.repair() != null) {
            return new Outcome.Done();
        }
        Outcome outcome =
                repairers.stream()
                        .filter(it -> it.entity() == difference.entity())
                        .findFirst()
                        .map(it -> it.repair(difference, how, by))
                        .orElseGet(
                                () ->
                                        new Outcome.NotPossible(
                                                "Nothing repairs " + difference.entity()));
        if (outcome instanceof Outcome.Done) {
            transaction.executeWithoutResult(status -> note(difference, how, by));
        }
        return outcome;
    }

    private void note(Difference difference, Repair how, Actor by) {
        jdbc.sql(
                        "update reconciliation_difference set repair = :how, repaired_by = :by,"
                                + " repaired_at = :now where id = :id and repair is null")
                .param("how", how.name())
                .param("by", by.name())
                .param("now", Instants.parameter(clock.instant()))
                .param("id", difference.id())
                .update();
        audit.record(
                new AuditEntry(
                        by,
                        "repair-difference",
                        "connection",
                        difference.connection(),
                        "",
                        Map.of(
                                "entity", difference.entity().name(),
                                "key", difference.key(),
                                "kind", difference.kind().name(),
                                "repair", how.name())));
    }

    /** {@code {"LOST": 3}} */
    private static final class FoundColumn {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        static Map<Kind, Long> read(String json) {
            Map<Kind, Long> found = new EnumMap<>(Kind.class);
            JSON.readTree(json)
                    .properties()
                    .forEach(
                            each ->
                                    found.put(
                                            Kind.valueOf(each.getKey()),
                                            each.getValue().longValue()));
            return found;
        }
    }
}
