package io.mallhub.order.internal;

import io.mallhub.order.OfflineOrders.Line;
import io.mallhub.order.OfflineOrders.OfflineKind;
import io.mallhub.order.OfflineOrders.OfflineState;
import io.mallhub.order.OfflineOrders.Report;
import io.mallhub.order.OfflineOrders.Row;
import io.mallhub.order.OfflineOrders.View;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Sha256;
import io.mallhub.shared.UnitPrice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OfflineOrderTable {
    private static final String OF_CUSTOMER =
            " FROM offline_order WHERE customer_id = :customer AND kind <> 'ADJUSTMENT'";

    private final JdbcClient jdbc;

    OfflineOrderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of those that were new or have changed, by code. */
    Map<String, Long> put(String connection, List<Report> reports) {
        Map<String, Long> kept = new HashMap<>();
        jdbc.sql(
                        """
                        INSERT INTO offline_order AS o (connection, code, kind, customer_id, ordered_at,
                            state, words, total, line_count, changed_at, digest)
                        SELECT :connection, t.* FROM unnest(:codes::text[], :kinds::text[],
                            :customers::uuid[], :ordered::timestamptz[], :states::text[],
                            :words::text[], :totals::numeric[], :lines::int[],
                            :changed::timestamptz[], :digests::text[]) AS t
                        ON CONFLICT (connection, code) DO UPDATE SET kind = excluded.kind,
                            customer_id = excluded.customer_id, ordered_at = excluded.ordered_at,
                            state = excluded.state, words = excluded.words, total = excluded.total,
                            line_count = excluded.line_count, changed_at = excluded.changed_at,
                            digest = excluded.digest
                        WHERE o.changed_at <= excluded.changed_at AND o.digest <> excluded.digest
                        RETURNING id, code
                        """)
                .param("connection", connection)
                .param("codes", Columns.of(reports, Report::code))
                .param("kinds", Columns.of(reports, Report::kind))
                .param("customers", Columns.of(reports, Report::customer))
                .param("ordered", Columns.of(reports, Report::orderedAt))
                .param("states", Columns.of(reports, Report::state))
                .param("words", Columns.of(reports, Report::words))
                .param("totals", Columns.of(reports, report -> report.total().amount()))
                .param("lines", Columns.of(reports, report -> report.lines().size()))
                .param("changed", Columns.of(reports, Report::changedAt))
                .param("digests", Columns.of(reports, report -> Sha256.hex(report.toString())))
                .query(
                        row -> {
                            kept.put(row.getString("code"), row.getLong("id"));
                        });
        return kept;
    }

    private record Placed(Long order, int position, Line line) {}

    void replaceLines(Map<String, Long> ids, List<Report> reports) {
        List<Placed> lines = new ArrayList<>();
        for (Report report : reports) {
            long id = Objects.requireNonNull(ids.get(report.code()));
            for (Line line : report.lines()) {
                lines.add(new Placed(id, lines.size(), line));
            }
        }
        jdbc.sql("DELETE FROM offline_order_line WHERE order_id = ANY (:ids::bigint[])")
                .param("ids", Columns.of(ids.values(), id -> id))
                .update();
        jdbc.sql(
                        """
                        INSERT INTO offline_order_line (order_id, position, product_id, code, name,
                            quantity, price, amount)
                        SELECT * FROM unnest(:orders::bigint[], :positions::int[],
                            :products::uuid[], :codes::text[], :names::text[],
                            :quantities::numeric[], :prices::numeric[], :amounts::numeric[])
                        """)
                .param("orders", Columns.of(lines, Placed::order))
                .param("positions", Columns.of(lines, Placed::position))
                .param("products", Columns.of(lines, it -> it.line().product()))
                .param("codes", Columns.of(lines, it -> it.line().code()))
                .param("names", Columns.of(lines, it -> it.line().name()))
                .param("quantities", Columns.of(lines, it -> it.line().quantity()))
                .param("prices", Columns.of(lines, it -> it.line().price().amount()))
                .param("amounts", Columns.of(lines, it -> it.line().amount().amount()))
                .update();
    }

    Page<Row> page(CustomerId customer, String words, PageRequest page) {
        Map<String, Object> params = new HashMap<>();
        params.put("customer", customer.value());
        String from = OF_CUSTOMER;
        if (!words.isBlank()) {
            from +=
                    " AND (lower(code) LIKE :words OR EXISTS (SELECT FROM offline_order_line l"
                            + " WHERE l.order_id = offline_order.id"
                            + " AND lower(l.code || ' ' || l.name) LIKE :words))";
            params.put("words", LikeText.anywhere(words));
        }
        long total = jdbc.sql("SELECT count(*)" + from).params(params).query(Long.class).single();
        List<Row> items =
                jdbc.sql(
                                "SELECT *"
                                        + from
                                        + " ORDER BY ordered_at DESC, id DESC"
                                        + " LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(OfflineOrderTable::row)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Optional<View> find(CustomerId customer, long id) {
        return jdbc.sql("SELECT *" + OF_CUSTOMER + " AND id = :id")
                .param("customer", customer.value())
                .param("id", id)
                .query(
                        (row, number) ->
                                new View(
                                        row(row, number),
                                        row.getString("words"),
                                        Instants.sure(row, "changed_at"),
                                        lines(id)))
                .optional();
    }

    private List<Line> lines(long order) {
        return jdbc.sql("SELECT * FROM offline_order_line WHERE order_id = ? ORDER BY position")
                .param(order)
                .query(OfflineOrderTable::line)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("code"),
                OfflineKind.valueOf(row.getString("kind")),
                Instants.sure(row, "ordered_at"),
                OfflineState.valueOf(row.getString("state")),
                new Money(row.getBigDecimal("total")),
                row.getInt("line_count"));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        UUID product = row.getObject("product_id", UUID.class);
        return new Line(
                product == null ? null : new ProductId(product),
                row.getString("code"),
                row.getString("name"),
                row.getBigDecimal("quantity").stripTrailingZeros(),
                new UnitPrice(row.getBigDecimal("price")),
                new Money(row.getBigDecimal("amount")));
    }
}
