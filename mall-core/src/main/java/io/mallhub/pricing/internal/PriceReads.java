package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.pricing.Prices.Agreement;
import io.mallhub.pricing.Prices.ListedPrice;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PriceReads {
    private static final String CANDIDATES =
            """
            SELECT w.product_id, b.price AS base, f.price AS floor, l.id, l.source,
                l.from_quantity, l.price, l.valid_from, l.valid_until
            FROM unnest(:products::uuid[]) AS w (product_id)
            LEFT JOIN base_price b ON b.product_id = w.product_id
            LEFT JOIN floor_price f ON f.product_id = w.product_id
            LEFT JOIN listed_price l ON l.product_id = w.product_id
                AND (l.valid_from IS NULL OR l.valid_from <= :day)
                AND (l.valid_until IS NULL OR l.valid_until >= :day)
                AND ((l.source = 'AGREEMENT' AND l.owner = :customer)
                    OR (l.source = 'LEVEL' AND l.owner = :level)
                    OR (l.source = 'REGION' AND l.owner = :region))
            """;

    private static final String LISTED =
            """
            SELECT 'base' AS list, 1 AS from_quantity, price, null::date AS valid_from,
                null::date AS valid_until, 0 AS place
            FROM base_price WHERE product_id = :product
            UNION ALL
            SELECT 'floor', 1, price, null, null, 1 FROM floor_price WHERE product_id = :product
            UNION ALL
            SELECT CASE source WHEN 'AGREEMENT' THEN 'customer' ELSE lower(source) END
                || ':' || owner, from_quantity, price, valid_from, valid_until, 2
            FROM listed_price WHERE product_id = :product
            ORDER BY place, list, from_quantity, valid_from NULLS FIRST
            LIMIT 500
            """;

    private static final String AGREEMENTS =
            """
             FROM listed_price WHERE source = 'AGREEMENT'
                AND (:customer::text IS NULL OR owner = :customer)
            """;

    private final JdbcClient jdbc;

    PriceReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ProductId, ProductPrices> candidates(
            CustomerId customer,
            String level,
            String region,
            Collection<ProductId> products,
            LocalDate day) {
        Map<ProductId, ProductPrices> prices = new HashMap<>();
        jdbc.sql(CANDIDATES)
                .param("products", Columns.of(products, ProductId::value))
                .param("customer", customer.toString())
                .param("level", level)
                .param("region", region)
                .param("day", day)
                .query(
                        row -> {
                            collect(row, prices);
                        });
        return prices;
    }

    Map<ProductId, UnitPrice> floors(Collection<ProductId> products) {
        Map<ProductId, UnitPrice> floors = new HashMap<>();
        jdbc.sql(
                        "SELECT product_id, price FROM floor_price WHERE product_id = ANY (:products::uuid[])")
                .param("products", Columns.of(products, ProductId::value))
                .query(
                        row -> {
                            floors.put(
                                    new ProductId(row.getObject("product_id", UUID.class)),
                                    new UnitPrice(row.getBigDecimal("price")));
                        });
        return floors;
    }

    List<ListedPrice> listed(ProductId product) {
        return jdbc.sql(LISTED)
                .param("product", product.value())
                .query(
                        (row, number) ->
                                new ListedPrice(
                                        row.getString("list"),
                                        new Quantity(row.getBigDecimal("from_quantity")),
                                        new UnitPrice(row.getBigDecimal("price")),
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    Page<Agreement> agreements(@Nullable CustomerId customer, PageRequest page) {
        String owner = customer == null ? null : customer.toString();
        long total =
                jdbc.sql("SELECT count(*)" + AGREEMENTS)
                        .param("customer", owner)
                        .query(Long.class)
                        .single();
        List<Agreement> items =
                jdbc.sql("SELECT *" + AGREEMENTS + " ORDER BY id DESC LIMIT :size OFFSET :offset")
                        .param("customer", owner)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(PriceReads::agreement)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static void collect(ResultSet row, Map<ProductId, ProductPrices> prices)
            throws SQLException {
        ProductId product = new ProductId(row.getObject("product_id", UUID.class));
        ProductPrices entry = prices.get(product);
        if (entry == null) {
            entry = new ProductPrices();
            entry.base(price(row.getBigDecimal("base")));
            entry.floor(price(row.getBigDecimal("floor")));
            prices.put(product, entry);
        }
        if (row.getString("source") != null) {
            entry.list(
                    new PriceRule(
                            Source.valueOf(row.getString("source")),
                            new Quantity(row.getBigDecimal("from_quantity")),
                            new UnitPrice(row.getBigDecimal("price")),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_until", LocalDate.class),
                            row.getLong("id")));
        }
    }

    private static Agreement agreement(ResultSet row, int number) throws SQLException {
        return new Agreement(
                CustomerId.of(row.getString("owner")),
                new ProductId(row.getObject("product_id", UUID.class)),
                new Quantity(row.getBigDecimal("from_quantity")),
                new UnitPrice(row.getBigDecimal("price")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    private static @Nullable UnitPrice price(@Nullable BigDecimal amount) {
        return amount == null ? null : new UnitPrice(amount);
    }
}
