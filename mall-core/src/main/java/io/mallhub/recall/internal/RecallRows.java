package io.mallhub.recall.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.recall.OpenRecall;
import io.mallhub.recall.RecallClass;
import io.mallhub.recall.RecallRow;
import io.mallhub.recall.RecallState;
import io.mallhub.recall.Recalls.Live;
import io.mallhub.recall.Recalls.RecallQuery;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.BatchLocks;
import io.mallhub.stock.BatchLocks.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recalls as rows. */
@Component
class RecallRows {
    private static final String MATCHES =
            """
             WHERE (:state::text IS NULL OR r.state = :state)
                AND (:text::text IS NULL OR r.number LIKE :text OR r.code LIKE :text
                    OR r.name LIKE :text OR r.batch LIKE :text)
            """;

    private final JdbcClient jdbc;
    private final BatchLocks locks;

    RecallRows(JdbcClient jdbc, BatchLocks locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    /**
     * @param closedBy null while open, as the rest of the closing
     * @param unlockedBy null until unlocked through this recall
     */
    record Recall(
            String number,
            ProductId product,
            String code,
            String name,
            String unit,
            String batch,
            RecallClass recallClass,
            String reason,
            Actor openedBy,
            Instant openedAt,
            Instant noticeDue,
            RecallState state,
            @Nullable Actor closedBy,
            @Nullable Instant closedAt,
            String closingReason,
            @Nullable Actor unlockedBy,
            @Nullable Instant unlockedAt,
            String unlockReason) {
        Batch goods() {
            return new Batch(product, batch);
        }
    }

    String add(OpenRecall asked, String batch, ProductView product, Instant now) {
        String number = number(now);
        jdbc.sql(
                        """
                        INSERT INTO recall (number, product_id, code, name, unit, batch, class,
                            reason, opened_by_id, opened_by_name, opened_at, notice_due, state)
                        VALUES (:number, :product, :code, :name, :unit, :batch, :class, :reason,
                            :by, :byName, :now, :due, 'OPEN')
                        """)
                .param("number", number)
                .param("product", product.id().value())
                .param("code", product.code())
                .param("name", product.name())
                .param("unit", product.unit())
                .param("batch", batch)
                .param("class", asked.recallClass().name())
                .param("reason", asked.reason().strip())
                .param("by", asked.by().id())
                .param("byName", asked.by().name())
                .param("now", Instants.parameter(now))
                .param("due", Instants.parameter(asked.recallClass().noticeDue(now)))
                .update();
        return number;
    }

    private String number(Instant now) {
        long digits = jdbc.sql("SELECT nextval('recall_number')").query(Long.class).single();
        return "RC"
                + DateTimeFormatter.BASIC_ISO_DATE.format(MallTime.dateOf(now))
                + "%04d".formatted(digits);
    }

    void close(String number, String reason, Actor by, Instant now) {
        act(
                """
                UPDATE recall SET state = 'CLOSED', closed_by_id = :by, closed_by_name = :name,
                    closed_at = :now, closing_reason = :reason
                WHERE number = :number
                """,
                number,
                reason,
                by,
                now);
    }

    void unlocked(String number, String reason, Actor by, Instant now) {
        act(
                """
                UPDATE recall SET unlocked_by_id = :by, unlocked_by_name = :name,
                    unlocked_at = :now, unlock_reason = :reason
                WHERE number = :number
                """,
                number,
                reason,
                by,
                now);
    }

    private void act(String update, String number, String reason, Actor by, Instant now) {
        jdbc.sql(update)
                .param("by", by.id())
                .param("name", by.name())
                .param("now", Instants.parameter(now))
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    Optional<Recall> find(String number) {
        return recall("r.number = ?", "", number);
    }

    /** Stands still until the end of the transaction; notices may still be added to it. */
    Optional<Recall> lock(String number) {
        return recall("r.number = ?", " FOR NO KEY UPDATE", number);
    }

    Optional<Recall> open(Batch batch) {
        return recall(
                "r.product_id = ? AND r.batch = ? AND r.state = 'OPEN'",
                "",
                batch.product().value(),
                batch.number());
    }

    /** Of several, the one that was opened last. */
    Optional<Recall> newest(Batch batch) {
        return recall(
                "r.product_id = ? AND r.batch = ?",
                " ORDER BY r.opened_at DESC, r.number DESC LIMIT 1",
                batch.product().value(),
                batch.number());
    }

    private Optional<Recall> recall(String condition, String rest, Object... params) {
        return jdbc.sql("SELECT r.* FROM recall r WHERE " + condition + rest)
                .params(params)
                .query(RecallRows::recall)
                .optional();
    }

    Page<RecallRow> page(RecallQuery query, PageRequest page) {
        String state = query.state() == null ? null : query.state().name();
        String text = prefix(query.text());
        long total =
                jdbc.sql("SELECT count(*) FROM recall r" + MATCHES)
                        .param("state", state)
                        .param("text", text)
                        .query(Long.class)
                        .single();
        List<RecallRow> rows =
                jdbc.sql(
                                """
                                SELECT r.*, n.buyers, n.not_notified, n.unconfirmed
                                FROM recall r
                                CROSS JOIN LATERAL (SELECT count(*) AS buyers,
                                    count(*) FILTER (WHERE notified_at IS NULL) AS not_notified,
                                    count(*) FILTER (WHERE confirmed_at IS NULL) AS unconfirmed
                                    FROM recall_notice WHERE recall = r.number) n
                                """
                                        + MATCHES
                                        + " ORDER BY r.opened_at DESC, r.number DESC"
                                        + " LIMIT :size OFFSET :offset")
                        .param("state", state)
                        .param("text", text)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(RecallRows::row)
                        .list();
        Set<Batch> locked = locks.locked(rows.stream().map(RecallRow::product).toList());
        return new Page<>(rows, page.number(), page.size(), total)
                .map(it -> it.with(locked.contains(new Batch(it.product(), it.batch()))));
    }

    List<Live> live(Collection<ProductId> products) {
        return locks.locked(products).stream()
                .flatMap(batch -> newest(batch).stream())
                .map(RecallRows::live)
                .sorted(Comparator.comparing(Live::number))
                .toList();
    }

    private static Live live(Recall it) {
        return new Live(
                it.number(), it.product(), it.name(), it.batch(), it.recallClass(), it.state());
    }

    private static Recall recall(ResultSet row, int number) throws SQLException {
        return new Recall(
                row.getString("number"),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("batch"),
                RecallClass.valueOf(row.getString("class")),
                row.getString("reason"),
                Actor.staff(row.getString("opened_by_id"), row.getString("opened_by_name")),
                Instants.sure(row, "opened_at"),
                Instants.sure(row, "notice_due"),
                RecallState.valueOf(row.getString("state")),
                staff(row, "closed_by"),
                Instants.read(row, "closed_at"),
                row.getString("closing_reason"),
                staff(row, "unlocked_by"),
                Instants.read(row, "unlocked_at"),
                row.getString("unlock_reason"));
    }

    private static RecallRow row(ResultSet row, int number) throws SQLException {
        return new RecallRow(
                row.getString("number"),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("batch"),
                RecallClass.valueOf(row.getString("class")),
                RecallState.valueOf(row.getString("state")),
                false,
                Instants.sure(row, "opened_at"),
                Instants.sure(row, "notice_due"),
                row.getInt("buyers"),
                row.getInt("not_notified"),
                row.getInt("unconfirmed"));
    }

    private static @Nullable Actor staff(ResultSet row, String who) throws SQLException {
        String id = row.getString(who + "_id");
        return id == null ? null : Actor.staff(id, row.getString(who + "_name"));
    }

    private static @Nullable String prefix(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
