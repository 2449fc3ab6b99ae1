package io.mallhub.catalog.internal;

import io.mallhub.catalog.MerchandiseCategories.Assigned;
import io.mallhub.catalog.MerchandiseCategory;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Categories and what stands in them. Whoever changes one of both holds the tree, so a product's
 * row always says what both say together.
 */
@Component
class MerchandiseTable {
    /** Any number, the same everywhere. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(730)";

    private final JdbcClient jdbc;

    MerchandiseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    MerchandiseTree tree() {
        return new MerchandiseTree(
                jdbc.sql("SELECT code, path, name, english_name, place FROM merchandise_category")
                        .query(MerchandiseTable::category)
                        .list());
    }

    /** The tree, which nobody else changes until the transaction is over. */
    MerchandiseTree treeToChange() {
        jdbc.sql(ONE_AT_A_TIME).query((row, n) -> "").single();
        return tree();
    }

    /** How far below the top; 0 where there is no such category. */
    int level(String code) {
        return jdbc.sql("SELECT cardinality(path) FROM merchandise_category WHERE code = ?")
                .param(code)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT above, count(*) AS products
                        FROM product, unnest(merchandise) AS above
                        WHERE merchandise <> '{}' GROUP BY above
                        """)
                .query(
                        row -> {
                            counts.put(row.getString("above"), row.getLong("products"));
                        });
        return counts;
    }

    /** Those in which such a product was put; of each the first that is found is enough. */
    Set<String> holding(ProductFilter filter) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT holds.code FROM merchandise_category AS holds
                                CROSS JOIN LATERAL (SELECT FROM product_merchandise AS put
                                    JOIN product ON product.id = put.product_id
                                        AND put.merchandise_code = holds.code
                                    %s LIMIT 1) AS found
                                """
                                        .formatted(filter.where()))
                        .params(filter.params())
                        .query(String.class)
                        .list());
    }

    void put(MerchandiseCategory category, Actor by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO merchandise_category (code, path, name, english_name, place,
                            changed_by, changed_at)
                        VALUES (:code, :path, :name, :english, :place, :by, :now)
                        ON CONFLICT (code) DO UPDATE SET path = excluded.path,
                            name = excluded.name, english_name = excluded.english_name,
                            place = excluded.place, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at
                        """)
                .param("code", category.code())
                .param("path", category.path().toArray(String[]::new))
                .param("name", category.name())
                .param("english", category.englishName())
                .param("place", category.place())
                .param("by", by.name())
                .param("now", Instants.parameter(now))
                .update();
    }

    void remove(String code) {
        jdbc.sql("DELETE FROM merchandise_category WHERE code = ?").param(code).update();
    }

    boolean holdsProducts(String code) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM product_merchandise WHERE merchandise_code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    Map<ProductId, Set<String>> of(Collection<ProductId> products) {
        Map<ProductId, Set<String>> codes = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT product_id, merchandise_code FROM product_merchandise
                        WHERE product_id = ANY (:ids::uuid[])
                        """)
                .param("ids", Columns.of(products, ProductId::value))
                .query(
                        row -> {
                            codes.computeIfAbsent(
                                            new ProductId(row.getObject("product_id", UUID.class)),
                                            _ -> new HashSet<>())
                                    .add(row.getString("merchandise_code"));
                        });
        return codes;
    }

    /** These products stand where the pairs say, and nowhere else. */
    void replace(Collection<ProductId> products, Collection<Place> places) {
        jdbc.sql("DELETE FROM product_merchandise WHERE product_id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(products, ProductId::value))
                .update();
        jdbc.sql(
                        """
                        INSERT INTO product_merchandise (product_id, merchandise_code)
                        SELECT * FROM unnest(:ids::uuid[], :codes::text[])
                        """)
                .param("ids", Columns.of(places, it -> it.product().value()))
                .param("codes", Columns.of(places, Place::code))
                .update();
    }

    /** Those that did not stand there. */
    List<ProductId> putInto(String code, Collection<ProductId> products) {
        return jdbc.sql(
                        """
                        INSERT INTO product_merchandise (product_id, merchandise_code)
                        SELECT id, :code FROM product WHERE id = ANY (:ids::uuid[])
                        ON CONFLICT DO NOTHING RETURNING product_id
                        """)
                .param("code", code)
                .param("ids", Columns.of(products, ProductId::value))
                .query((row, n) -> ProductId.of(row.getString(1)))
                .list();
    }

    /** Those that stood there. */
    List<ProductId> takeOutOf(String code, Collection<ProductId> products) {
        return jdbc.sql(
                        """
                        DELETE FROM product_merchandise
                        WHERE merchandise_code = :code AND product_id = ANY (:ids::uuid[])
                        RETURNING product_id
                        """)
                .param("code", code)
                .param("ids", Columns.of(products, ProductId::value))
                .query((row, n) -> ProductId.of(row.getString(1)))
                .list();
    }

    List<ProductId> matching(ProductFilter filter) {
        return jdbc.sql("SELECT id FROM product" + filter.where())
                .params(filter.params())
                .query((row, n) -> ProductId.of(row.getString(1)))
                .list();
    }

    List<ProductId> standingIn(Collection<String> codes) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT product_id FROM product_merchandise
                        WHERE merchandise_code = ANY (:codes::text[])
                        """)
                .param("codes", Columns.of(codes, code -> code))
                .query((row, n) -> ProductId.of(row.getString(1)))
                .list();
    }

    /** Says in the rows of these products where they stand; locks them in the order of all. */
    void tell(Collection<ProductId> products) {
        jdbc.sql(
                        """
                        WITH told AS (
                            SELECT product.id, coalesce((SELECT array_agg(DISTINCT above)
                                FROM product_merchandise AS put
                                JOIN merchandise_category AS it ON it.code = put.merchandise_code
                                CROSS JOIN unnest(it.path) AS above
                                WHERE put.product_id = product.id), '{}') AS codes
                            FROM product WHERE id = ANY (:ids::uuid[])
                            ORDER BY product.code FOR NO KEY UPDATE)
                        UPDATE product SET merchandise = told.codes FROM told
                        WHERE product.id = told.id AND product.merchandise <> told.codes
                        """)
                .param("ids", Columns.of(products, ProductId::value))
                .update();
    }

    Page<Assigned> assigned(PageRequest page) {
        String from = " FROM product WHERE merchandise <> '{}'";
        long total = jdbc.sql("SELECT count(*)" + from).query(Long.class).single();
        List<Assigned> items =
                jdbc.sql(
                                """
                                SELECT id, code, name, (SELECT array_agg(merchandise_code
                                        ORDER BY merchandise_code)
                                    FROM product_merchandise WHERE product_id = product.id) AS codes
                                """
                                        + from
                                        + " ORDER BY code LIMIT :size OFFSET :offset")
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, n) ->
                                        new Assigned(
                                                new ProductId(row.getObject("id", UUID.class)),
                                                row.getString("code"),
                                                row.getString("name"),
                                                texts(row, "codes")))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    record Place(ProductId product, String code) {}

    private static MerchandiseCategory category(ResultSet row, int number) throws SQLException {
        return new MerchandiseCategory(
                row.getString("code"),
                texts(row, "path"),
                row.getString("name"),
                row.getString("english_name"),
                row.getInt("place"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
