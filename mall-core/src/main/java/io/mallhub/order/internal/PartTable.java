package io.mallhub.order.internal;

import io.mallhub.order.CancelPart;
import io.mallhub.order.PartCancellations.Part;
import io.mallhub.order.PartCancellations.State;
import io.mallhub.order.PartStatement;
import io.mallhub.order.PartStatement.Consequence;
import io.mallhub.order.PaymentMethod;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parts of orders that are to be cancelled, or were, each with its statement. */
@Component
class PartTable {
    private static final String PARTS =
            "SELECT p.*, o.payment FROM order_part p JOIN sales_order o ON o.number = p.order_number"
                    + " WHERE ";

    private final JdbcClient jdbc;

    PartTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(CancelPart command, PartStatement statement, Instant now) {
        PrepaidAmount prepaid = statement.prepaid();
        long id =
                jdbc.sql(
                                """
                                INSERT INTO order_part (order_number, revision, reason, by_kind,
                                    by_id, by_name, at, seen, total_before, total_after, principal,
                                    bonus, points, kinds, details, state)
                                VALUES (:order, :revision, :reason, :kind, :byId, :byName, :now,
                                    :seen, :before, :after, :principal, :bonus, :points,
                                    :kinds::text[], :details::text[], 'REQUESTED')
                                RETURNING id
                                """)
                        .param("order", statement.order())
                        .param("revision", statement.revision())
                        .param("reason", command.reason().strip())
                        .param("kind", command.by().kind().name())
                        .param("byId", command.by().id())
                        .param("byName", command.by().name())
                        .param("now", Instants.parameter(now))
                        .param("seen", statement.seen())
                        .param("before", statement.before().amount())
                        .param("after", statement.after().amount())
                        .param("principal", prepaid == null ? null : prepaid.principal().amount())
                        .param("bonus", prepaid == null ? null : prepaid.bonus().amount())
                        .param("points", statement.points())
                        .param("kinds", Columns.of(statement.consequences(), Consequence::kind))
                        .param("details", Columns.of(statement.consequences(), Consequence::detail))
                        .query(Long.class)
                        .single();
        addLines(id, statement.lines());
        return id;
    }

    private void addLines(long part, List<PartStatement.Line> lines) {
        jdbc.sql(
                        """
                        INSERT INTO order_part_line (part_id, number, product_id, code, name, unit,
                            gift, quantity_before, quantity_after, discount_before, discount_after,
                            amount_before, amount_after)
                        SELECT :part, t.* FROM unnest(:numbers::int[], :products::uuid[],
                            :codes::text[], :names::text[], :units::text[], :gifts::boolean[],
                            :hadMany::numeric[], :hasMany::numeric[], :hadOff::numeric[],
                            :hasOff::numeric[], :had::numeric[], :has::numeric[]) AS t
                        """)
                .param("part", part)
                .param("numbers", Columns.of(lines, PartStatement.Line::number))
                .param("products", Columns.of(lines, it -> it.product().value()))
                .param("codes", Columns.of(lines, PartStatement.Line::code))
                .param("names", Columns.of(lines, PartStatement.Line::name))
                .param("units", Columns.of(lines, PartStatement.Line::unit))
                .param("gifts", Columns.of(lines, PartStatement.Line::gift))
                .param("hadMany", Columns.of(lines, it -> it.quantityBefore().amount()))
                .param("hasMany", Columns.of(lines, it -> it.quantityAfter().amount()))
                .param("hadOff", Columns.of(lines, it -> it.discountBefore().amount()))
                .param("hasOff", Columns.of(lines, it -> it.discountAfter().amount()))
                .param("had", Columns.of(lines, it -> it.amountBefore().amount()))
                .param("has", Columns.of(lines, it -> it.amountAfter().amount()))
                .update();
    }

    /** The caller has locked its order: nobody else settles it. */
    Optional<Part> find(long id) {
        return parts(PARTS + "p.id = :key", id).stream().findFirst();
    }

    boolean isRequested(String order) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM order_part
                            WHERE order_number = :order AND state = 'REQUESTED')
                        """)
                .param("order", order)
                .query(Boolean.class)
                .single();
    }

    List<Part> ofOrder(String order) {
        return parts(PARTS + "p.order_number = :key ORDER BY p.id DESC", order);
    }

    void settle(long id, State state, String words, Instant now) {
        jdbc.sql(
                        """
                        UPDATE order_part SET state = :state, words = :words, settled_at = :now
                        WHERE id = :id AND state = 'REQUESTED'
                        """)
                .param("state", state.name())
                .param("words", words)
                .param("now", Instants.parameter(now))
                .param("id", id)
                .update();
    }

    void started(long id, Instant now) {
        jdbc.sql("UPDATE order_part SET started_at = coalesce(started_at, :now) WHERE id = :id")
                .param("now", Instants.parameter(now))
                .param("id", id)
                .update();
    }

    /** The whole order ended. */
    void overtaken(String order, Instant now) {
        jdbc.sql(
                        """
                        UPDATE order_part SET state = 'OVERTAKEN', settled_at = :now
                        WHERE order_number = :order AND state = 'REQUESTED'
                        """)
                .param("now", Instants.parameter(now))
                .param("order", order)
                .update();
    }

    /**
     * @param with what it is with its lines
     */
    private record PartRow(long id, Function<List<PartStatement.Line>, Part> with) {}

    private List<Part> parts(String query, Object key) {
        List<PartRow> rows =
                jdbc.sql(query)
                        .param("key", key)
                        .query((row, number) -> new PartRow(row.getLong("id"), part(row)))
                        .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<PartStatement.Line>> lines = lines(rows);
        return rows.stream()
                .map(it -> it.with().apply(lines.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private static Function<List<PartStatement.Line>, Part> part(ResultSet row)
            throws SQLException {
        long id = row.getLong("id");
        State state = State.valueOf(row.getString("state"));
        String order = row.getString("order_number");
        int revision = row.getInt("revision");
        String reason = row.getString("reason");
        Actor by =
                new Actor(
                        Actor.Kind.valueOf(row.getString("by_kind")),
                        row.getString("by_id"),
                        row.getString("by_name"));
        Instant at = Instants.sure(row, "at");
        Instant settledAt = Instants.read(row, "settled_at");
        String words = row.getString("words");
        boolean started = Instants.read(row, "started_at") != null;
        Money before = new Money(row.getBigDecimal("total_before"));
        Money after = new Money(row.getBigDecimal("total_after"));
        PaymentMethod payment = PaymentMethod.valueOf(row.getString("payment"));
        BigDecimal principal = row.getBigDecimal("principal");
        PrepaidAmount prepaid =
                principal == null
                        ? null
                        : new PrepaidAmount(
                                new Money(principal), new Money(row.getBigDecimal("bonus")));
        long points = row.getLong("points");
        List<Consequence> consequences = consequences(row);
        return lines ->
                new Part(
                        id,
                        state,
                        revision,
                        reason,
                        by,
                        at,
                        settledAt,
                        words,
                        started,
                        new PartStatement(
                                order,
                                revision,
                                lines,
                                before,
                                after,
                                payment,
                                prepaid,
                                points,
                                consequences));
    }

    private static List<Consequence> consequences(ResultSet row) throws SQLException {
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        String[] details = (String[]) row.getArray("details").getArray();
        List<Consequence> consequences = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            consequences.add(new Consequence(kinds[i], details[i]));
        }
        return consequences;
    }

    private record PartLine(long part, PartStatement.Line line) {}

    private Map<Long, List<PartStatement.Line>> lines(List<PartRow> parts) {
        return jdbc
                .sql(
                        """
                        SELECT * FROM order_part_line WHERE part_id = ANY(:ids::bigint[])
                        ORDER BY part_id, number
                        """)
                .param("ids", Columns.of(parts, PartRow::id))
                .query((row, number) -> new PartLine(row.getLong("part_id"), line(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                PartLine::part,
                                Collectors.mapping(PartLine::line, Collectors.toList())));
    }

    private static PartStatement.Line line(ResultSet row) throws SQLException {
        return new PartStatement.Line(
                row.getInt("number"),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("unit"),
                row.getBoolean("gift"),
                new Quantity(row.getBigDecimal("quantity_before")),
                new Quantity(row.getBigDecimal("quantity_after")),
                new Money(row.getBigDecimal("discount_before")),
                new Money(row.getBigDecimal("discount_after")),
                new Money(row.getBigDecimal("amount_before")),
                new Money(row.getBigDecimal("amount_after")));
    }
}
