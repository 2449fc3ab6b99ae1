package io.mallhub.binding.internal;

import static io.mallhub.binding.internal.Columns.text;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Quarantine.Item;
import io.mallhub.binding.Quarantine.Owner;
import io.mallhub.binding.Quarantine.Replay;
import io.mallhub.binding.Replayer;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies kept records again, each in its own transaction. */
@Component
class Replays {
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final JdbcClient jdbc;
    private final ObjectProvider<Replayer> replayers;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;

    Replays(
            JdbcClient jdbc,
            ObjectProvider<Replayer> replayers,
            TransactionTemplate transaction,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.replayers = replayers;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<QuarantineRow> row(long id) {
        return jdbc.sql("select * from quarantine where id = :id")
                .param("id", id)
                .query(QuarantineRow::read)
                .optional();
    }

    /**
     * @param row one that this person may decide
     * @param reason in words of the person, may be empty
     */
    Replay replay(QuarantineRow row, String reason, Actor by) {
        if (!row.readable()) {
            return stillBad(
                    row.item(),
                    "Not readable as the ERP sent it: correct it there, or the definition, and"
                            + " reload",
                    null);
        }
        try {
            transaction.executeWithoutResult(status -> apply(row.item(), reason, by));
            return Replay.APPLIED;
        } catch (RuntimeException e) {
            LOG.debug("Record {} is still bad", row.item().id(), e);
            String missing = e instanceof Replayer.CannotApply cannot ? cannot.missing() : null;
            return stillBad(row.item(), String.valueOf(e.getMessage()), missing);
        }
    }

    /** The row is taken first, so that two replays never apply one record twice. */
    private void apply(Item item, String reason, Actor by) {
        int taken =
                jdbc.sql(
                                "update quarantine set state = 'APPLIED', attempts = attempts + 1,"
                                        + " decided_by = :by, last_seen = :now"
                                        + " where id = :id and state = 'OPEN'"
                                        + " and owner is not distinct from :owner::text")
                        .param("owner", owner(item), java.sql.Types.VARCHAR)
                        .param("by", by.id())
                        .param("now", Instants.parameter(clock.instant()))
                        .param("id", item.id())
                        .update();
        if (taken == 0) {
            throw new Replayer.CannotApply("Decided by someone else meanwhile", null);
        }
        replayer(Flow.of(item.flow())).replay(item.connection(), item.payload());
        audit.record(
                new AuditEntry(
                        by,
                        "replay-record",
                        "connection",
                        item.connection(),
                        reason,
                        Map.of("flow", item.flow(), "key", item.key())));
    }

    /** As it was read: who has taken it meanwhile works on it alone. */
    private static @Nullable String owner(Item item) {
        Owner owner = item.owner();
        return owner == null ? null : owner.login();
    }

    private Replayer replayer(Flow flow) {
        return replayers.stream()
                .filter(candidate -> candidate.flow() == flow)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing replays " + flow.id()));
    }

    private Replay stillBad(Item item, String reason, @Nullable String missing) {
        jdbc.sql(
                        "update quarantine set attempts = attempts + 1, reason = :reason,"
                                + " missing = :missing, last_seen = :now where id = :id and state = 'OPEN'")
                .param("reason", text(reason))
                .param("missing", missing, java.sql.Types.VARCHAR)
                .param("now", Instants.parameter(clock.instant()))
                .param("id", item.id())
                .update();
        return Replay.STILL_BAD;
    }
}
