package io.mallhub.catalog.internal;

import io.mallhub.catalog.Products.Query;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Categories as the catalogue desk sets them. */
@Component
class Categories {
    private final JdbcClient jdbc;
    private final Sights sights;

    Categories(JdbcClient jdbc, Sights sights) {
        this.jdbc = jdbc;
        this.sights = sights;
    }

    void set(ProductId id, RegulatoryCategory category, Instant now) {
        jdbc.sql(
                        """
                        UPDATE product SET category = :category, category_from = 'DESK',
                            updated_at = :now
                        WHERE id = :id
                        """)
                .param("category", category.name())
                .param("now", Instants.parameter(now))
                .param("id", id.value())
                .update();
    }

    /** From now on the ERP's further changes are followed. */
    void followErp(Map<ProductId, RegulatoryCategory> chosen, Instant now) {
        if (chosen.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        UPDATE product p SET category = t.category, category_from = 'ERP',
                            updated_at = :now
                        FROM unnest(:ids::uuid[], :categories::text[]) AS t (id, category)
                        WHERE p.id = t.id
                        """)
                .param("ids", Columns.of(chosen.entrySet(), Map.Entry::getKey))
                .param("categories", Columns.of(chosen.entrySet(), Map.Entry::getValue))
                .param("now", Instants.parameter(now))
                .update();
    }

    List<ProductId> setWhereMissing(Query query, RegulatoryCategory category, Instant now) {
        Query missing =
                new Query(
                        query.text(),
                        query.categories(),
                        query.activeOnly(),
                        true,
                        query.merchandise(),
                        query.sight());
        ProductFilter filter = ProductFilter.of(missing, sights.term(missing.sight()));
        return jdbc.sql(
                        """
                        WITH chosen AS (SELECT id FROM product %s ORDER BY code FOR UPDATE)
                        UPDATE product p SET category = :category, category_from = 'DESK',
                            updated_at = :now
                        FROM chosen WHERE p.id = chosen.id
                        RETURNING p.id
                        """
                                .formatted(filter.where()))
                .params(filter.params())
                .param("category", category.name())
                .param("now", Instants.parameter(now))
                .query((row, n) -> ProductId.of(row.getString(1)))
                .list();
    }
}
