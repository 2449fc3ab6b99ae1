package io.mallhub.binding.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Certification;
import io.mallhub.binding.Certification.Check;
import io.mallhub.binding.Certification.Contract;
import io.mallhub.binding.Certification.Outcome;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Certification.State;
import io.mallhub.binding.Certifications;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpClients;
import io.mallhub.connectors.Losses;
import io.mallhub.connectors.OperationTrials;
import io.mallhub.connectors.OperationTrials.TrialOperation;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs the suite on a thread of its own and keeps each check as it is made. */
@Component
class StoredCertifications implements Certifications {
    private static final Logger LOG = LoggerFactory.getLogger(StoredCertifications.class);

    /** A single check is over long before: it is some calls, each with a timeout. */
    private static final Duration SILENT = Duration.ofMinutes(30);

    private static final String RUNS =
            """
            select c.*,
                   (select count(*) from certification_check k
                     where k.certification = c.id and k.outcome = 'PASSED') as passed,
                   (select count(*) from certification_check k
                     where k.certification = c.id and k.outcome = 'FAILED') as failed,
                   exists (select 1 from certification_check k
                     where k.certification = c.id and k.outcome = 'PASSED'
                       and k.contract <> all (%s)) as proves,
                   (select count(*) from certification_check k
                     where k.certification = c.id and k.outcome = 'NOT_APPLICABLE') as other
              from certification c
            """
                    .formatted(
                            Arrays.stream(Contract.values())
                                    .filter(it -> !it.proves())
                                    .map(it -> "'" + it.name() + "'")
                                    .collect(Collectors.joining(",", "array[", "]")));

    private final JdbcClient jdbc;
    private final ErpClients clients;
    private final OperationTrials trials;
    private final StoredSettings settings;
    private final ExchangeRecorder recorder;
    private final AuditLog audit;
    private final Clock clock;

    StoredCertifications(
            JdbcClient jdbc,
            ErpClients clients,
            OperationTrials trials,
            StoredSettings settings,
            ExchangeRecorder recorder,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.trials = trials;
        this.settings = settings;
        this.recorder = recorder;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Long> start(String connection, boolean writing, Actor by) {
        ConnectionRow row = settings.row(connection);
        endSilent(connection);
        Optional<Long> id =
                jdbc.sql(
                                """
                                insert into certification (connection, definition, writing,
                                                           started_by, started_at, beat_at)
                                values (:connection, :definition, :writing, :by, :now, :now)
                                on conflict do nothing
                                returning id
                                """)
                        .param("connection", connection)
                        .param("definition", row.definition())
                        .param("writing", writing)
                        .param("by", by.name())
                        .param("now", Instants.parameter(clock.instant()))
                        .query(Long.class)
                        .optional();
        id.ifPresent(
                run -> {
                    audit.record(
                            new AuditEntry(
                                    by,
                                    "certify-connection",
                                    "connection",
                                    connection,
                                    "",
                                    Map.of(
                                            "definition", row.definition(),
                                            "writing", Boolean.toString(writing))));
                    Thread.ofVirtual()
                            .name("certify-" + connection)
                            .start(() -> run(run, row, writing));
                });
        return id;
    }

    /** Of a node that stopped: another run may begin. */
    private void endSilent(String connection) {
        jdbc.sql(
                        "update certification set finished_at = beat_at where connection = :connection"
                                + " and finished_at is null and beat_at < :silent")
                .param("connection", connection)
                .param("silent", Instants.parameter(clock.instant().minus(SILENT)))
                .update();
    }

    private void run(long id, ConnectionRow row, boolean writing) {
        CheckNotes notes = new CheckNotes(recorder, check -> note(id, check));
        Optional<SimulatorFaults> faults = SimulatorFaults.of(row);
        Losses losses = new Losses();
        try (ErpClient erp = clients.open(settings.settings(row), notes, losses)) {
            Set<String> operations =
                    trials.operations(row.definition()).stream()
                            .map(TrialOperation::id)
                            .collect(Collectors.toSet());
            new CertificationSuite(
                            erp, operations, losses, faults, writing, notes, clock.instant(), id)
                    .run();
        } catch (RuntimeException e) {
            LOG.error("certification {} of {} broke off", id, row.name(), e);
            notes.check(
                    Entity.PRODUCT,
                    Depth.OFF,
                    Contract.READABLE,
                    () -> Finding.failed(Reason.FAULT, String.valueOf(e.getMessage())));
        } finally {
            faults.ifPresent(SimulatorFaults::close);
            jdbc.sql("update certification set finished_at = :now where id = :id")
                    .param("id", id)
                    .param("now", Instants.parameter(clock.instant()))
                    .update();
        }
    }

    private void note(long id, Check check) {
        jdbc.sql(
                        """
                        with beat as (update certification set beat_at = :now where id = :id)
                        insert into certification_check (certification, place, entity, depth,
                                                         contract, outcome, reason, detail,
                                                         messages)
                        select :id, count(*) + 1, :entity, :depth, :contract, :outcome, :reason,
                               :detail, :messages
                          from certification_check where certification = :id
                        """)
                .param("id", id)
                .param("now", Instants.parameter(clock.instant()))
                .param("entity", check.entity().name())
                .param("depth", check.depth().name())
                .param("contract", check.contract().name())
                .param("outcome", check.outcome().name())
                .param("reason", check.reason().name())
                .param("detail", check.detail())
                .param("messages", check.messages().toArray(Long[]::new))
                .update();
    }

    @Override
    public Page<Certification> page(String connection, PageRequest page) {
        List<Certification> rows =
                jdbc.sql(
                                RUNS
                                        + " where c.connection = :connection order by c.id desc"
                                        + " limit :size offset :offset")
                        .param("connection", connection)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(this::read)
                        .list();
        long all =
                jdbc.sql("select count(*) from certification where connection = :connection")
                        .param("connection", connection)
                        .query(Long.class)
                        .single();
        return new Page<>(rows, page.number(), page.size(), all);
    }

    @Override
    public Optional<Certification> certification(long id) {
        return jdbc.sql(RUNS + " where c.id = :id").param("id", id).query(this::read).optional();
    }

    private Certification read(ResultSet row, int index) throws SQLException {
        Instant finished = Instants.read(row, "finished_at");
        Instant beat = Instants.sure(row, "beat_at");
        int failed = row.getInt("failed");
        return new Certification(
                row.getLong("id"),
                row.getString("connection"),
                row.getString("definition"),
                row.getBoolean("writing"),
                row.getString("started_by"),
                Instants.sure(row, "started_at"),
                finished,
                state(finished, beat, failed, row.getBoolean("proves")),
                row.getInt("passed"),
                failed,
                row.getInt("other"));
    }

    private State state(@Nullable Instant finished, Instant beat, int failed, boolean proves) {
        if (finished == null) {
            return beat.isBefore(clock.instant().minus(SILENT)) ? State.CUT_SHORT : State.RUNNING;
        }
        if (failed > 0) {
            return State.FAILED;
        }
        return proves ? State.PASSED : State.NOTHING_PROVED;
    }

    @Override
    public List<Check> checks(long id) {
        return jdbc.sql(
                        "select * from certification_check where certification = :id order by place")
                .param("id", id)
                .query(StoredCertifications::check)
                .list();
    }

    private static Check check(ResultSet row, int index) throws SQLException {
        return new Check(
                Entity.valueOf(row.getString("entity")),
                Depth.valueOf(row.getString("depth")),
                Contract.valueOf(row.getString("contract")),
                Outcome.valueOf(row.getString("outcome")),
                Reason.valueOf(row.getString("reason")),
                row.getString("detail"),
                Arrays.asList((Long[]) row.getArray("messages").getArray()));
    }
}
