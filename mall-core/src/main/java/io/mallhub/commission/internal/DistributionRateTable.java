package io.mallhub.commission.internal;

import io.mallhub.commission.CommissionRules.DistributionRates;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of the rules those of distribution, by product. */
@Component
class DistributionRateTable {
    private static final String NEWEST =
            """
            (SELECT rate, valid_until FROM commission_rule r
                WHERE r.kind = 'DISTRIBUTION' AND r.product_id = g.product_id AND r.depth = %d
                    AND r.valid_from <= :day AND (r.valid_until >= :day) IS NOT FALSE
                ORDER BY r.id DESC LIMIT 1)
            """;

    private static final String RATED =
            """
            WITH good AS (
                SELECT product_id, max(id) AS newest FROM commission_rule
                WHERE kind = 'DISTRIBUTION'
                    AND (:among::uuid[] IS NULL OR product_id = ANY (:among::uuid[]))
                GROUP BY product_id),
            rated AS (
                SELECT g.product_id, g.newest, coalesce(one.rate, 0) AS rate, one.valid_until,
                    coalesce(two.rate, 0) AS above
                FROM good g
            """
                    + "LEFT JOIN LATERAL "
                    + NEWEST.formatted(1)
                    + " one ON true LEFT JOIN LATERAL "
                    + NEWEST.formatted(2)
                    + " two ON true)"
                    + " SELECT %s FROM rated"
                    + " WHERE (:earning::boolean IS NULL OR (rate > 0) = :earning) ";

    private static final String EARNING =
            "SELECT g.product_id FROM unnest(:products::uuid[]) AS g (product_id) JOIN LATERAL "
                    + NEWEST.formatted(1)
                    + " one ON one.rate > 0";

    private final JdbcClient jdbc;

    DistributionRateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<ProductId> earning(Collection<ProductId> products, LocalDate day) {
        if (products.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql(EARNING)
                        .param("products", Columns.of(products, ProductId::value))
                        .param("day", day)
                        .query((row, number) -> new ProductId(row.getObject(1, UUID.class)))
                        .list());
    }

    Page<DistributionRates> page(
            @Nullable Collection<ProductId> among,
            @Nullable Boolean earning,
            LocalDate day,
            PageRequest page) {
        Map<String, @Nullable Object> parameters = parameters(among, earning, day);
        long total =
                jdbc.sql(RATED.formatted("count(*)")).params(parameters).query(Long.class).single();
        List<DistributionRates> items =
                jdbc.sql(RATED.formatted("*") + "ORDER BY newest DESC LIMIT :size OFFSET :offset")
                        .params(parameters)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, number) ->
                                        new DistributionRates(
                                                new ProductId(
                                                        row.getObject("product_id", UUID.class)),
                                                row.getBigDecimal("rate"),
                                                row.getBigDecimal("above"),
                                                row.getObject("valid_until", LocalDate.class)))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static Map<String, @Nullable Object> parameters(
            @Nullable Collection<ProductId> among, @Nullable Boolean earning, LocalDate day) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("among", among == null ? null : Columns.of(among, ProductId::value));
        parameters.put("earning", earning);
        parameters.put("day", day);
        return parameters;
    }
}
