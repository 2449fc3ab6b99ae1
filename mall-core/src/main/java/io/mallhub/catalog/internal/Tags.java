package io.mallhub.catalog.internal;

import io.mallhub.shared.Columns;
import io.mallhub.shared.ProductId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words by which marketing gathers products. */
@Component
class Tags {
    private final JdbcClient jdbc;

    Tags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ProductId, Set<String>> of(Collection<ProductId> ids) {
        Map<ProductId, Set<String>> tags = new HashMap<>();
        jdbc.sql("SELECT product_id, tag FROM product_tag WHERE product_id = ANY(:ids::uuid[])")
                .param("ids", Columns.of(ids, ProductId::value))
                .query(
                        row -> {
                            tags.computeIfAbsent(
                                            new ProductId(row.getObject("product_id", UUID.class)),
                                            any -> new HashSet<>())
                                    .add(row.getString("tag"));
                        });
        return tags;
    }

    /** Of two who replace them at once one waits for the other at the product. */
    void replace(ProductId id, Set<String> tags) {
        jdbc.sql("SELECT id FROM product WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id.value())
                .query(UUID.class)
                .single();
        jdbc.sql("DELETE FROM product_tag WHERE product_id = :id").param("id", id.value()).update();
        jdbc.sql("INSERT INTO product_tag (product_id, tag) SELECT :id, unnest(:tags::text[])")
                .param("id", id.value())
                .param("tags", Columns.of(List.copyOf(tags), tag -> tag))
                .update();
    }
}
