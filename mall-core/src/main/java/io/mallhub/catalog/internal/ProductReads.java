package io.mallhub.catalog.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products.Query;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Products as views. */
@Component
class ProductReads {
    private static final String VIEW =
            """
            SELECT id, code, name, dosage_form, strength, maker, holder, approval_number,
                drug_codes, category, unit, vat_rate, order_step, minimum, cold_chain, active,
                findings, merchandise
            FROM product
            """;

    private final JdbcClient jdbc;
    private final Sights sights;

    ProductReads(JdbcClient jdbc, Sights sights) {
        this.jdbc = jdbc;
        this.sights = sights;
    }

    Optional<ProductView> byCode(String code) {
        return jdbc.sql(VIEW + "WHERE code = :code")
                .param("code", code)
                .query(ProductReads::view)
                .optional();
    }

    Map<String, ProductId> ids(Collection<String> codes) {
        Map<String, ProductId> ids = new HashMap<>();
        jdbc.sql("SELECT code, id FROM product WHERE code = ANY (:codes::text[])")
                .param("codes", Columns.of(codes, code -> code))
                .query(
                        row -> {
                            ids.put(
                                    row.getString("code"),
                                    new ProductId(row.getObject("id", UUID.class)));
                        });
        return ids;
    }

    List<ProductView> byIds(Collection<ProductId> ids) {
        return jdbc.sql(VIEW + "WHERE id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(ids, ProductId::value))
                .query(ProductReads::view)
                .list();
    }

    Page<ProductView> search(Query query, PageRequest page) {
        ProductFilter filter = ProductFilter.of(query, sights.term(query.sight()));
        long total =
                jdbc.sql("SELECT count(*) FROM product" + filter.where())
                        .params(filter.params())
                        .query(Long.class)
                        .single();
        List<ProductView> items =
                jdbc.sql(
                                VIEW
                                        + filter.where()
                                        + ProductFilter.orderBy(page.sort())
                                        + " LIMIT :size OFFSET :offset")
                        .params(filter.params())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(ProductReads::view)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Map<@Nullable RegulatoryCategory, Long> countByCategory() {
        Map<@Nullable RegulatoryCategory, Long> counts = new HashMap<>();
        jdbc.sql("SELECT category, count(*) AS products FROM product GROUP BY category")
                .query(
                        row -> {
                            counts.put(category(row), row.getLong("products"));
                        });
        return counts;
    }

    private static ProductView view(ResultSet row, int number) throws SQLException {
        Array drugCodes = row.getArray("drug_codes");
        return new ProductView(
                new ProductId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("dosage_form"),
                row.getString("strength"),
                row.getString("maker"),
                row.getString("holder"),
                row.getString("approval_number"),
                List.of((String[]) drugCodes.getArray()),
                category(row),
                row.getString("unit"),
                row.getBigDecimal("vat_rate").setScale(2),
                new Quantity(row.getBigDecimal("order_step")),
                new Quantity(row.getBigDecimal("minimum")),
                row.getBoolean("cold_chain"),
                row.getBoolean("active"),
                Set.of((String[]) row.getArray("merchandise").getArray()),
                FindingsText.read(row.getString("findings")));
    }

    private static @Nullable RegulatoryCategory category(ResultSet row) throws SQLException {
        String name = row.getString("category");
        return name == null ? null : RegulatoryCategory.valueOf(name);
    }
}
