package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.pricing.Prices.Agreement;
import io.mallhub.pricing.Prices.FloorPrice;
import io.mallhub.pricing.Prices.ListedPrice;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegionCode;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
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
    /** For the viewer; of a row of {@code listed_price} or of a price list. */
    private static final String HIS =
            """
            ((source = 'AGREEMENT' AND owner = :customer)
                OR (source = 'LEVEL' AND owner = :level)
                OR (source = 'TYPE' AND owner = :type)
                OR (source = 'REGION' AND owner = ANY (:regions::text[]))
                OR source = 'SPECIAL')
            """;

    private static final String TODAY =
            """
            (valid_from IS NULL OR valid_from <= :day)
                AND (valid_until IS NULL OR valid_until >= :day)
            """;

    /** Single prices of one owner and beginning belong together: as old as the youngest. */
    private static final String SINGLE =
            """
            SELECT from_quantity, price, source, owner, valid_from, valid_until, '' AS list,
                '' AS name, max(set_at) OVER (PARTITION BY source, owner, valid_from) AS set_at
            FROM listed_price
            """;

    private static final String IN_LISTS =
            """
            SELECT r.from_quantity, r.price, p.source, p.owner, p.valid_from, p.valid_until,
                p.number || '/' || p.version AS list, p.name, p.published_at AS set_at
            FROM %s p JOIN price_list_row r ON r.list_id = p.id
            """;

    private static final String CANDIDATES =
            """
            WITH lists AS MATERIALIZED (
                SELECT * FROM price_list WHERE state = 'PUBLISHED' AND %1$s AND %2$s)
            SELECT w.product_id, b.price AS base, f.price AS floor, l.*
            FROM unnest(:products::uuid[]) AS w (product_id)
            LEFT JOIN base_price b ON b.product_id = w.product_id
            LEFT JOIN floor_price f ON f.product_id = w.product_id
            LEFT JOIN LATERAL (
                %3$s WHERE product_id = w.product_id AND %1$s AND %2$s
                UNION ALL
                %4$s WHERE r.product_id = w.product_id) AS l ON true
            """
                    .formatted(TODAY, HIS, SINGLE, IN_LISTS.formatted("lists"));

    /** All about a product but what others have agreed on, with whom it is for. */
    private static final String CONSIDERED =
            """
            SELECT :product AS product_id, b.price AS base, f.price AS floor, l.*, %1$s AS his
            FROM (VALUES (1)) AS one (one)
            LEFT JOIN base_price b ON b.product_id = :product
            LEFT JOIN floor_price f ON f.product_id = :product
            LEFT JOIN LATERAL (
                %2$s WHERE product_id = :product AND (source <> 'AGREEMENT' OR owner = :customer)
                UNION ALL
                %3$s WHERE r.product_id = :product AND p.state = 'PUBLISHED'
                    AND (p.source <> 'AGREEMENT' OR p.owner = :customer)
                LIMIT 500) AS l ON true
            """
                    .formatted(HIS, SINGLE, IN_LISTS.formatted("price_list"));

    private static final String LISTED =
            """
            SELECT 'base' AS list, 1 AS from_quantity, price, null::date AS valid_from,
                null::date AS valid_until, 0 AS place
            FROM base_price WHERE product_id = :product
            UNION ALL
            SELECT 'floor', 1, price, null, null, 1 FROM floor_price WHERE product_id = :product
            UNION ALL
            SELECT CASE source WHEN 'AGREEMENT' THEN 'customer' ELSE lower(source) END
                || ':' || owner || CASE list WHEN '' THEN '' ELSE ' ' || list END,
                from_quantity, price, valid_from, valid_until, 2
            FROM (%s WHERE product_id = :product
                UNION ALL
                %s WHERE r.product_id = :product AND p.state = 'PUBLISHED') AS l
            ORDER BY place, list, from_quantity, valid_from NULLS FIRST
            LIMIT 500
            """
                    .formatted(SINGLE, IN_LISTS.formatted("price_list"));

    private static final String FLOORS =
            """
             FROM floor_price f LEFT JOIN base_price b USING (product_id)
            WHERE NOT :undercut OR b.price < f.price
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
            Viewer viewer, Collection<ProductId> products, LocalDate day) {
        Map<ProductId, ProductPrices> prices = new HashMap<>();
        jdbc.sql(CANDIDATES)
                .param("products", Columns.of(products, ProductId::value))
                .params(params(viewer))
                .param("day", day)
                .query(
                        row -> {
                            collect(row, prices);
                        });
        return prices;
    }

    /**
     * @param all rules of the product
     * @param prices those of them that are for the viewer
     */
    record About(List<PriceRule> all, ProductPrices prices) {
        /** A sale besides, which is no rule of the lists; null for none. */
        void flash(@Nullable UnitPrice price, Quantity wanted, LocalDate day) {
            prices.flash(price, wanted, day).ifPresent(all::add);
        }
    }

    About about(Viewer viewer, ProductId product) {
        List<PriceRule> all = new ArrayList<>();
        ProductPrices prices = new ProductPrices();
        jdbc.sql(CONSIDERED)
                .param("product", product.value())
                .params(params(viewer))
                .query(
                        row -> {
                            if (row.isFirst()) {
                                prices.base(price(row.getBigDecimal("base")));
                                prices.floor(price(row.getBigDecimal("floor")));
                                all.addAll(prices.rules());
                            }
                            if (row.getString("source") != null) {
                                PriceRule rule = rule(row);
                                all.add(rule);
                                if (row.getBoolean("his")) {
                                    prices.list(rule);
                                }
                            }
                        });
        return new About(all, prices);
    }

    private static Map<String, Object> params(Viewer viewer) {
        return Map.of(
                "customer", viewer.customer() == null ? "" : viewer.customer().toString(),
                "level", viewer.level(),
                "type", viewer.type(),
                "regions", Columns.of(RegionCode.beginnings(viewer.region()), it -> it));
    }

    Page<FloorPrice> floors(boolean undercut, PageRequest page) {
        if (!page.sort().isEmpty()) {
            throw new IllegalArgumentException("Floors are not sorted by " + page.sort());
        }
        long total =
                jdbc.sql("SELECT count(*)" + FLOORS)
                        .param("undercut", undercut)
                        .query(Long.class)
                        .single();
        List<FloorPrice> items =
                jdbc.sql(
                                "SELECT f.*, b.price AS base"
                                        + FLOORS
                                        + " ORDER BY f.set_at DESC, f.product_id LIMIT :size OFFSET :offset")
                        .param("undercut", undercut)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, number) ->
                                        new FloorPrice(
                                                new ProductId(
                                                        row.getObject("product_id", UUID.class)),
                                                new UnitPrice(row.getBigDecimal("price")),
                                                price(row.getBigDecimal("base")),
                                                row.getString("set_by"),
                                                Instants.sure(row, "set_at")))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Map<ProductId, UnitPrice> floors(Collection<ProductId> products) {
        return of("floor_price", products);
    }

    Map<ProductId, UnitPrice> bases(Collection<ProductId> products) {
        return of("base_price", products);
    }

    private Map<ProductId, UnitPrice> of(String table, Collection<ProductId> products) {
        Map<ProductId, UnitPrice> prices = new HashMap<>();
        jdbc.sql(
                        "SELECT product_id, price FROM "
                                + table
                                + " WHERE product_id = ANY (:products::uuid[])")
                .param("products", Columns.of(products, ProductId::value))
                .query(
                        row -> {
                            prices.put(
                                    new ProductId(row.getObject("product_id", UUID.class)),
                                    new UnitPrice(row.getBigDecimal("price")));
                        });
        return prices;
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
            entry.list(rule(row));
        }
    }

    private static PriceRule rule(ResultSet row) throws SQLException {
        return new PriceRule(
                Source.valueOf(row.getString("source")),
                row.getString("owner"),
                new Quantity(row.getBigDecimal("from_quantity")),
                new UnitPrice(row.getBigDecimal("price")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("list"),
                row.getString("name"),
                PriceRule.set(Instants.sure(row, "set_at")));
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
