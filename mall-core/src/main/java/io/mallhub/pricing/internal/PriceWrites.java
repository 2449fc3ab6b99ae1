package io.mallhub.pricing.internal;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PriceWrites {
    private static final String UPSERT_BASE =
            """
            INSERT INTO base_price AS b (product_id, price, connection, changed_at)
            SELECT product_id, price, :connection, :now
            FROM unnest(:products::uuid[], :prices::numeric[]) AS t (product_id, price)
            ORDER BY product_id
            ON CONFLICT (product_id) DO UPDATE SET price = excluded.price,
                connection = excluded.connection, changed_at = excluded.changed_at
            WHERE b.price <> excluded.price
            """;

    private static final String UPSERT_LISTED =
            """
            INSERT INTO listed_price (source, owner, product_id, from_quantity, price, valid_from,
                valid_until, set_by, set_at)
            VALUES (:source, :owner, :product, :from, :price, :validFrom, :validUntil, :by, :now)
            ON CONFLICT (product_id, source, owner, from_quantity, valid_from)
            DO UPDATE SET price = excluded.price, valid_until = excluded.valid_until,
                set_by = excluded.set_by, set_at = excluded.set_at
            """;

    private static final String UPSERT_FLOOR =
            """
            INSERT INTO floor_price (product_id, price, set_by, set_at)
            VALUES (:product, :price, :by, :now)
            ON CONFLICT (product_id) DO UPDATE SET price = excluded.price,
                set_by = excluded.set_by, set_at = excluded.set_at
            """;

    private final JdbcClient jdbc;

    PriceWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int upsertBase(String connection, Map<ProductId, UnitPrice> prices, Instant now) {
        return jdbc.sql(UPSERT_BASE)
                .param("products", Columns.of(prices.entrySet(), Map.Entry::getKey))
                .param("prices", Columns.of(prices.entrySet(), each -> each.getValue().amount()))
                .param("connection", connection)
                .param("now", Instants.parameter(now))
                .update();
    }

    void upsertListed(NewListedPrice price, Actor by, Instant now) {
        jdbc.sql(UPSERT_LISTED)
                .param("source", price.source().name())
                .param("owner", price.owner())
                .param("product", price.product().value())
                .param("from", price.from().amount())
                .param("price", price.price().amount())
                .param("validFrom", price.validFrom())
                .param("validUntil", price.validUntil())
                .param("by", by.id())
                .param("now", Instants.parameter(now))
                .update();
    }

    void upsertFloor(ProductId product, UnitPrice floor, Actor by, Instant now) {
        jdbc.sql(UPSERT_FLOOR)
                .param("product", product.value())
                .param("price", floor.amount())
                .param("by", by.id())
                .param("now", Instants.parameter(now))
                .update();
    }

    boolean deleteFloor(ProductId product) {
        return jdbc.sql("DELETE FROM floor_price WHERE product_id = ?")
                        .param(product.value())
                        .update()
                > 0;
    }
}
