package io.mallhub.binding.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.SealedColumn;
import io.mallhub.binding.SecretsKeys;
import io.mallhub.shared.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the start, before any flow or worker runs, whether all that is locked in the database
 * opens with the keys that are known, and locks anew what an older key locks: a few rows in a
 * transaction, so that a start that was cut off goes on where it ended. Nodes that start together
 * do not disturb each other: a row is locked anew by one of them, and the other finds it so.
 */
@Component
class LockedSecrets implements SmartInitializingSingleton, SecretsKeys {
    private static final Logger LOG = LoggerFactory.getLogger(LockedSecrets.class);
    private static final Actor SELF = Actor.system("locked-secrets");
    private static final int BATCH = 50;
    private static final int NAMED = 20;

    /** Stands for the key of boxes that name none. */
    private static final String UNNAMED = "unnamed";

    private final List<SealedColumn> columns;
    private final SecretBox box;
    private final SecretsSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;

    LockedSecrets(
            List<SealedColumn> columns,
            SecretBox box,
            SecretsSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AuditLog audit) {
        this.columns = columns;
        this.box = box;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * @throws IllegalStateException when something is locked that no known key opens
     */
    @Override
    public void afterSingletonsInstantiated() {
        List<Closed> closed = columns.stream().flatMap(it -> closed(it).stream()).toList();
        List<Closed> missing = closed.stream().filter(it -> !isLost(it)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(refusal(missing));
        }
        closed.forEach(this::giveUp);
        int relocked = columns.stream().mapToInt(this::relock).sum();
        if (relocked > 0) {
            LOG.info("{} secrets are locked anew with key {}", relocked, newest());
        }
        List<String> removable = known().stream().filter(Known::removable).map(Known::id).toList();
        if (!removable.isEmpty()) {
            LOG.warn(
                    "Nothing is locked with key {} any more: take it out of mallhub.secrets-key"
                            + " or its file, on all nodes",
                    String.join(", ", removable));
        }
    }

    /** Somebody's word is good for the key it names, not for the next one that is missing. */
    private boolean isLost(Closed closed) {
        return closed.lockedWith.equals(settings.secretsLost());
    }

    private SealingKey newest() {
        return box.keys().getFirst();
    }

    private List<Closed> closed(SealedColumn column) {
        List<Closed> closed = new ArrayList<>();
        for (List<String> page = older(column, ""); !page.isEmpty(); ) {
            for (Row row : rows(column, page, "")) {
                try {
                    box.open(column.owner(row.key), row.box);
                } catch (IllegalStateException e) {
                    closed.add(
                            new Closed(
                                    column,
                                    row.key,
                                    SecretBox.keyOf(row.box).orElse(UNNAMED),
                                    String.valueOf(e.getMessage())));
                }
            }
            page = older(column, page.getLast());
        }
        return closed;
    }

    private String refusal(List<Closed> closed) {
        return """
        %d secrets in the database do not open, so the hub does not start.
        %s
        Known are the keys %s. Add the one that is missing behind the newest one in \
        mallhub.secrets-key or its file. If it is lost, start once with mallhub.secrets-lost=%s: \
        then what it locks is given up, and must be given anew."""
                .formatted(
                        closed.size(),
                        closed.stream()
                                        .limit(NAMED)
                                        .map(Closed::why)
                                        .collect(Collectors.joining("\n"))
                                + (closed.size() > NAMED ? "\n…" : ""),
                        box.keys().stream().map(SealingKey::id).collect(Collectors.joining(", ")),
                        closed.getFirst().lockedWith);
    }

    private void giveUp(Closed closed) {
        LOG.error("{}: given up", closed.why);
        transaction.executeWithoutResult(
                status -> {
                    closed.column.giveUp(closed.key, box);
                    audit.record(
                            new AuditEntry(
                                    SELF,
                                    "give-up-secrets",
                                    closed.column.table(),
                                    closed.key,
                                    "",
                                    Map.of("column", closed.column.column())));
                });
    }

    private int relock(SealedColumn column) {
        int all = 0;
        for (List<String> page = older(column, ""); !page.isEmpty(); ) {
            List<String> keys = page;
            all += transaction.execute(status -> relock(column, keys));
            page = older(column, page.getLast());
        }
        return all;
    }

    private int relock(SealedColumn column, List<String> keys) {
        List<Row> rows = rows(column, keys, " for update");
        for (Row row : rows) {
            String owner = column.owner(row.key);
            jdbc.sql(
                            "update %s set %s = :box where %s::text = :key"
                                    .formatted(column.table(), column.column(), column.key()))
                    .param("box", box.lock(owner, box.open(owner, row.box)))
                    .param("key", row.key)
                    .update();
        }
        return rows.size();
    }

    /** Keys of rows whose box is not locked with the newest key. */
    private List<String> older(SealedColumn column, String after) {
        return jdbc.sql(
                        """
                        select %2$s::text from %1$s
                        where substring(%3$s from 1 for :header) <> :newest and %2$s::text > :after
                        order by %2$s::text limit :batch
                        """
                                .formatted(column.table(), column.key(), column.column()))
                .param("header", SecretBox.HEADER)
                .param("newest", SecretBox.header(newest()))
                .param("after", after)
                .param("batch", BATCH)
                .query(String.class)
                .list();
    }

    /** Those that nobody has locked anew meanwhile. */
    private List<Row> rows(SealedColumn column, List<String> keys, String locking) {
        return jdbc.sql(
                        """
                        select %2$s::text, %3$s from %1$s
                        where %2$s::text in (:keys) and substring(%3$s from 1 for :header) <> :newest
                        order by %2$s::text
                        """
                                        .formatted(column.table(), column.key(), column.column())
                                + locking)
                .param("keys", keys)
                .param("header", SecretBox.HEADER)
                .param("newest", SecretBox.header(newest()))
                .query((row, index) -> new Row(row.getString(1), row.getBytes(2)))
                .list();
    }

    /** A box without the name of its key may be any key's. */
    @Override
    public List<Known> known() {
        Map<String, Long> boxes = boxes();
        long unnamed = boxes.getOrDefault("", 0L);
        return box.keys().stream()
                .map(
                        key ->
                                new Known(
                                        key.id(),
                                        key.equals(newest()),
                                        boxes.getOrDefault(key.id(), 0L) + unnamed))
                .toList();
    }

    /** How many boxes each key locks, by its name; empty for boxes that name none. */
    private Map<String, Long> boxes() {
        Map<String, Long> boxes = new HashMap<>();
        for (SealedColumn column : columns) {
            jdbc.sql(
                            """
                            select substring(%2$s from 1 for :header), count(*) from %1$s
                            where %2$s is not null group by 1
                            """
                                    .formatted(column.table(), column.column()))
                    .param("header", SecretBox.HEADER)
                    .query(
                            row -> {
                                String key = SecretBox.keyOf(row.getBytes(1)).orElse("");
                                boxes.merge(key, row.getLong(2), Long::sum);
                            });
        }
        return boxes;
    }

    private record Row(String key, byte[] box) {}

    /**
     * @param lockedWith the name of its key
     */
    private record Closed(SealedColumn column, String key, String lockedWith, String why) {}
}
