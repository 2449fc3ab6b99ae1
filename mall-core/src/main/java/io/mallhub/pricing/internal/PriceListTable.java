package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceListState;
import io.mallhub.pricing.PriceLists.ListQuery;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.StepTable;
import io.mallhub.shared.UnitPrice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PriceListTable {
    /** A list with the id that its rows know it by. */
    record Stored(long id, PriceList list) {}

    private final JdbcClient jdbc;
    private final StepTable steps;

    PriceListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        steps = new StepTable(jdbc, "price_list_step", "number");
    }

    String nextNumber() {
        return "PL%06d"
                .formatted(
                        jdbc.sql("SELECT nextval('price_list_number')").query(Long.class).single());
    }

    Stored add(Key key, Terms terms, Actor by, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO price_list (number, version, name, source, owner, owner_label,
                            valid_from, valid_until, state, changed_by, changed_at)
                        VALUES (:number, :version, :name, :source, :owner, :label, :from, :until,
                            'DRAFT', :by, :now)
                        RETURNING *
                        """)
                .params(params(key))
                .params(params(terms))
                .param("by", by.name())
                .param("now", Instants.parameter(now))
                .query(PriceListTable::stored)
                .single();
    }

    Optional<Stored> find(Key key) {
        return one(key, "");
    }

    /** Nobody changes it or its rows meanwhile. */
    Optional<Stored> lock(Key key) {
        return one(key, " FOR UPDATE");
    }

    private Optional<Stored> one(Key key, String lock) {
        return jdbc.sql(
                        "SELECT * FROM price_list WHERE number = :number AND version = :version"
                                + lock)
                .params(params(key))
                .query(PriceListTable::stored)
                .optional();
    }

    List<Stored> versions(String number) {
        return versions(number, "");
    }

    /** Nobody publishes or begins another version meanwhile. */
    List<Stored> lockVersions(String number) {
        return versions(number, " FOR UPDATE");
    }

    private List<Stored> versions(String number, String lock) {
        return jdbc.sql(
                        "SELECT * FROM price_list WHERE number = :number ORDER BY version DESC"
                                + lock)
                .param("number", number)
                .query(PriceListTable::stored)
                .list();
    }

    void change(long id, Terms terms) {
        jdbc.sql(
                        """
                        UPDATE price_list SET name = :name, source = :source, owner = :owner,
                            owner_label = :label, valid_from = :from, valid_until = :until
                        WHERE id = :id
                        """)
                .params(params(terms))
                .param("id", id)
                .update();
    }

    /**
     * The lowest price of a product in a list.
     *
     * @param base of the product
     */
    record LowRow(Key list, String name, ProductId product, UnitPrice price, UnitPrice base) {}

    /** Of one list, those under so much of the base price. */
    List<LowRow> lowRows(long id, int percent) {
        return lowRows("p.id = :id", Map.of("id", id, "percent", percent));
    }

    /** As {@link #lowRows(long, int)}, of all published lists that hold that day or later. */
    List<LowRow> lowRows(LocalDate day, int percent) {
        return lowRows(
                "p.state = 'PUBLISHED' AND (p.valid_until IS NULL OR p.valid_until >= :day)",
                Map.of("day", day, "percent", percent));
    }

    private List<LowRow> lowRows(String lists, Map<String, ?> params) {
        return jdbc.sql(
                        """
                        SELECT p.number, p.version, p.name, r.product_id, min(r.price) AS price, b.price AS base
                        FROM price_list p
                        JOIN price_list_row r ON r.list_id = p.id
                        JOIN base_price b ON b.product_id = r.product_id
                        WHERE r.price * 100 < b.price * :percent AND %s
                        GROUP BY p.id, r.product_id, b.price
                        ORDER BY p.number, p.version, r.product_id
                        """
                                .formatted(lists))
                .params(params)
                .query(
                        (row, number) ->
                                new LowRow(
                                        new Key(row.getString("number"), row.getInt("version")),
                                        row.getString("name"),
                                        new ProductId(row.getObject("product_id", UUID.class)),
                                        new UnitPrice(row.getBigDecimal("price")),
                                        new UnitPrice(row.getBigDecimal("base"))))
                .list();
    }

    /**
     * @param source AGREEMENT, LEVEL or REGION
     * @param price the least of them
     */
    record LowSingle(String source, ProductId product, UnitPrice price, UnitPrice base) {}

    /** Single prices that hold that day or later, under so much of the base price. */
    List<LowSingle> lowSingles(LocalDate day, int percent) {
        return jdbc.sql(
                        """
                        SELECT l.source, l.product_id, min(l.price) AS price, b.price AS base
                        FROM listed_price l JOIN base_price b ON b.product_id = l.product_id
                        WHERE l.price * 100 < b.price * :percent
                            AND (l.valid_until IS NULL OR l.valid_until >= :day)
                        GROUP BY l.source, l.product_id, b.price
                        ORDER BY l.source, l.product_id
                        """)
                .param("percent", percent)
                .param("day", day)
                .query(
                        (row, number) ->
                                new LowSingle(
                                        row.getString("source"),
                                        new ProductId(row.getObject("product_id", UUID.class)),
                                        new UnitPrice(row.getBigDecimal("price")),
                                        new UnitPrice(row.getBigDecimal("base"))))
                .list();
    }

    /** After every change of a draft. */
    PriceList touched(long id, Actor by, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE price_list SET edit = edit + 1, changed_by = :by, changed_at = :now,
                            row_count = (SELECT count(*) FROM price_list_row WHERE list_id = :id)
                        WHERE id = :id RETURNING *
                        """)
                .param("id", id)
                .param("by", by.name())
                .param("now", Instants.parameter(now))
                .query(PriceListTable::stored)
                .single()
                .list();
    }

    void publish(long id, Instant now) {
        jdbc.sql("UPDATE price_list SET state = 'PUBLISHED', published_at = :now WHERE id = :id")
                .param("id", id)
                .param("now", Instants.parameter(now))
                .update();
    }

    void withdraw(long id) {
        jdbc.sql("UPDATE price_list SET state = 'WITHDRAWN' WHERE id = :id")
                .param("id", id)
                .update();
    }

    void endWith(long id, LocalDate last) {
        jdbc.sql("UPDATE price_list SET valid_until = :last WHERE id = :id")
                .param("id", id)
                .param("last", last)
                .update();
    }

    /** What became of each. */
    StepTable steps() {
        return steps;
    }

    void copyRows(long from, long to) {
        jdbc.sql(
                        """
                        INSERT INTO price_list_row (list_id, product_id, from_quantity, price)
                        SELECT :to, product_id, from_quantity, price FROM price_list_row
                        WHERE list_id = :from
                        """)
                .param("from", from)
                .param("to", to)
                .update();
    }

    void clearRows(long id) {
        jdbc.sql("DELETE FROM price_list_row WHERE list_id = :id").param("id", id).update();
    }

    /** Of different products or quantities. */
    void putRows(long id, Collection<Row> rows) {
        jdbc.sql(
                        """
                        INSERT INTO price_list_row (list_id, product_id, from_quantity, price)
                        SELECT :id, t.* FROM unnest(:products::uuid[], :froms::numeric[],
                            :prices::numeric[]) AS t
                        ON CONFLICT (list_id, product_id, from_quantity)
                            DO UPDATE SET price = excluded.price
                        """)
                .param("id", id)
                .param("products", Columns.of(rows, row -> row.product().value()))
                .param("froms", Columns.of(rows, row -> row.from().amount()))
                .param("prices", Columns.of(rows, row -> row.price().amount()))
                .update();
    }

    void removeRow(long id, ProductId product, Quantity from) {
        jdbc.sql(
                        """
                        DELETE FROM price_list_row
                        WHERE list_id = :id AND product_id = :product AND from_quantity = :from
                        """)
                .param("id", id)
                .param("product", product.value())
                .param("from", from.amount())
                .update();
    }

    List<Row> rows(long id) {
        return jdbc.sql(
                        """
                        SELECT * FROM price_list_row WHERE list_id = :id
                        ORDER BY product_id, from_quantity
                        """)
                .param("id", id)
                .query(PriceListTable::row)
                .list();
    }

    Page<Row> rows(Key key, @Nullable ProductId product, PageRequest page) {
        if (!page.sort().isEmpty()) {
            throw new IllegalArgumentException("Rows are not sorted by " + page.sort());
        }
        String from =
                " FROM price_list_row r JOIN price_list p ON p.id = r.list_id"
                        + " WHERE p.number = :number AND p.version = :version"
                        + (product == null ? "" : " AND r.product_id = :product");
        Map<String, Object> params = new HashMap<>(params(key));
        if (product != null) {
            params.put("product", product.value());
        }
        long total = jdbc.sql("SELECT count(*)" + from).params(params).query(Long.class).single();
        List<Row> items =
                jdbc.sql(
                                "SELECT r.*"
                                        + from
                                        + " ORDER BY r.product_id, r.from_quantity"
                                        + " LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(PriceListTable::row)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Page<PriceList> page(ListQuery query, PageRequest page) {
        List<String> terms = new ArrayList<>();
        Map<String, Object> params = new HashMap<>();
        if (query.state() != null) {
            terms.add("state = :state");
            params.put("state", query.state().name());
        }
        if (query.source() != null) {
            terms.add("source = :source");
            params.put("source", query.source().name());
        }
        if (query.product() != null) {
            terms.add("id IN (SELECT list_id FROM price_list_row WHERE product_id = :product)");
            params.put("product", query.product().value());
        }
        if (query.text() != null) {
            terms.add("lower(number || ' ' || name || ' ' || owner_label) LIKE :text");
            params.put("text", LikeText.anywhere(query.text()));
        }
        String from =
                " FROM price_list"
                        + (terms.isEmpty() ? "" : " WHERE " + String.join(" AND ", terms));
        long total = jdbc.sql("SELECT count(*)" + from).params(params).query(Long.class).single();
        List<PriceList> items =
                jdbc.sql(
                                "SELECT *"
                                        + from
                                        + " ORDER BY "
                                        + order(page.sort())
                                        + " LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, number) -> stored(row, number).list())
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static String order(String sort) {
        return switch (sort) {
            case "", "-number" -> "id DESC";
            case "number" -> "id";
            case "from" -> "valid_from, id";
            case "-from" -> "valid_from DESC, id DESC";
            case "until" -> "valid_until, id";
            case "-until" -> "valid_until DESC, id DESC";
            default -> throw new IllegalArgumentException("No such order of lists: " + sort);
        };
    }

    private static Map<String, Object> params(Key key) {
        return Map.of("number", key.number(), "version", key.version());
    }

    private static Map<String, ?> params(Terms terms) {
        Map<String, Object> params = new HashMap<>();
        params.put("name", terms.name());
        params.put("source", terms.audience().source().name());
        params.put("owner", terms.audience().owner());
        params.put("label", terms.audience().label());
        params.put("from", terms.validFrom());
        params.put("until", terms.validUntil());
        return params;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new ProductId(row.getObject("product_id", UUID.class)),
                new Quantity(row.getBigDecimal("from_quantity")),
                new UnitPrice(row.getBigDecimal("price")));
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("id"),
                new PriceList(
                        new Key(row.getString("number"), row.getInt("version")),
                        new Terms(
                                row.getString("name"),
                                new Audience(
                                        Source.valueOf(row.getString("source")),
                                        row.getString("owner"),
                                        row.getString("owner_label")),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class)),
                        PriceListState.valueOf(row.getString("state")),
                        row.getInt("row_count"),
                        row.getInt("edit"),
                        row.getString("changed_by"),
                        Instants.sure(row, "changed_at"),
                        Instants.read(row, "published_at")));
    }
}
