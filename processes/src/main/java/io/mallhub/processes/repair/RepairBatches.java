package io.mallhub.processes.repair;

import io.mallhub.identity.StaffView;
import io.mallhub.processes.Repair;
import io.mallhub.processes.Repairs.Batch;
import io.mallhub.processes.Repairs.Item;
import io.mallhub.processes.Repairs.ItemState;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches and their items as they are kept. */
@Component
class RepairBatches {
    private static final String BATCH =
            """
            SELECT b.id, b.kind, b.repair::text AS repair, b.reason, b.staff_name, b.created_at,
                b.stopped_by, i.* FROM repair_batch b
            CROSS JOIN LATERAL (SELECT
                count(*) FILTER (WHERE state IN ('WAITING', 'RUNNING')) AS waiting,
                count(*) FILTER (WHERE state = 'DONE') AS done,
                count(*) FILTER (WHERE state = 'FAILED') AS failed,
                count(*) FILTER (WHERE state = 'STOPPED') AS stopped
                FROM repair_item WHERE batch_id = b.id) i
            """;
    private static final String ITEM =
            """
            SELECT i.id, i.batch_id, i.instance_key, i.business_number, i.state, i.outcome,
                i.attempts, i.done_at, b.kind, b.reason, b.staff_name, b.created_at
            FROM repair_item i JOIN repair_batch b ON b.id = i.batch_id
            """;
    private final JdbcClient jdbc;

    RepairBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction. */
    long create(Repair repair, String reason, StaffView by) {
        return jdbc.sql(
                        """
                        INSERT INTO repair_batch (kind, repair, reason, staff_login, staff_name)
                        VALUES (?, ?::jsonb, ?, ?, ?) RETURNING id
                        """)
                .params(
                        RepairKind.of(repair).word,
                        RepairJson.write(repair),
                        reason.strip(),
                        by.login(),
                        by.name())
                .query(Long.class)
                .single();
    }

    void add(long batch, Patient patient, Plan plan) {
        jdbc.sql(
                        """
                        INSERT INTO repair_item
                            (batch_id, instance_key, business_number, targets, state, outcome, done_at)
                        VALUES (:batch, :instance, :number, :targets::bigint[], :state, :outcome,
                            CASE WHEN :state = 'FAILED' THEN clock_timestamp() END)
                        """)
                .param("batch", batch)
                .param("instance", patient.key())
                .param("number", patient.businessNumber())
                .param("targets", plan.targets().toString().replace('[', '{').replace(']', '}'))
                .param("state", plan.possible() ? "WAITING" : "FAILED")
                .param("outcome", plan.possible() ? null : plan.words())
                .update();
    }

    void stop(long batch, StaffView by) {
        jdbc.sql(
                        """
                        UPDATE repair_batch SET stopped_by = ?, stopped_at = clock_timestamp()
                        WHERE id = ? AND stopped_at IS NULL
                        """)
                .params(by.name(), batch)
                .update();
        jdbc.sql(
                        """
                        UPDATE repair_item SET state = 'STOPPED', done_at = clock_timestamp()
                        WHERE batch_id = ? AND state = 'WAITING'
                        """)
                .param(batch)
                .update();
    }

    Optional<Batch> batch(long number) {
        return jdbc.sql(BATCH + " WHERE b.id = ?")
                .param(number)
                .query((r, n) -> batch(r))
                .optional();
    }

    Page<Batch> batches(PageRequest page) {
        List<Batch> items =
                jdbc.sql(BATCH + " ORDER BY b.id DESC LIMIT ? OFFSET ?")
                        .params(page.size(), page.offset())
                        .query((r, n) -> batch(r))
                        .list();
        long total = jdbc.sql("SELECT count(*) FROM repair_batch").query(Long.class).single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Page<Item> items(long batch, @Nullable ItemState state, PageRequest page) {
        String where = " WHERE i.batch_id = :batch AND i.state = coalesce(:state, i.state)";
        String word = state == null ? null : state.name();
        List<Item> items =
                jdbc.sql(ITEM + where + " ORDER BY i.id LIMIT :size OFFSET :offset")
                        .param("batch", batch)
                        .param("state", word, java.sql.Types.VARCHAR)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((r, n) -> item(r))
                        .list();
        long total =
                jdbc.sql("SELECT count(*) FROM repair_item i" + where)
                        .param("batch", batch)
                        .param("state", word, java.sql.Types.VARCHAR)
                        .query(Long.class)
                        .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    List<Item> of(long instance) {
        return jdbc.sql(ITEM + " WHERE i.instance_key = ? ORDER BY i.id DESC LIMIT 50")
                .param(instance)
                .query((r, n) -> item(r))
                .list();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getLong("id"),
                row.getString("kind"),
                RepairJson.read(row.getString("kind"), row.getString("repair")),
                row.getString("reason"),
                row.getString("staff_name"),
                Instants.sure(row, "created_at"),
                row.getString("stopped_by"),
                row.getInt("waiting"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getInt("stopped"));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("id"),
                row.getLong("batch_id"),
                row.getLong("instance_key"),
                row.getString("business_number"),
                row.getString("kind"),
                ItemState.valueOf(row.getString("state")),
                row.getString("outcome"),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getString("staff_name"),
                Instants.sure(row, "created_at"),
                Instants.read(row, "done_at"));
    }
}
