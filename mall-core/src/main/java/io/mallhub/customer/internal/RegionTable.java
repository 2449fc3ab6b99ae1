package io.mallhub.customer.internal;

import io.mallhub.customer.SalesRegions.PutRegion;
import io.mallhub.customer.SalesRegions.SalesRegion;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of who sells in which region. */
@Component
class RegionTable {
    private final JdbcClient jdbc;

    RegionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SalesRegion add(PutRegion region, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO sales_region (prefix, salesperson, reason, by_id, by_name, at)
                        VALUES (:prefix, :salesperson, :reason, :byId, :byName, :now) RETURNING *
                        """)
                .param("prefix", region.prefix())
                .param("salesperson", region.salesperson())
                .param("reason", region.reason())
                .param("byId", region.by().id())
                .param("byName", region.by().name())
                .param("now", Instants.parameter(now))
                .query(RegionTable::region)
                .single();
    }

    /** The newest of each prefix that is not ended. */
    List<SalesRegion> inForce() {
        return jdbc.sql(
                        """
                        SELECT * FROM (SELECT DISTINCT ON (prefix) * FROM sales_region
                            ORDER BY prefix, id DESC) newest
                        WHERE salesperson IS NOT NULL ORDER BY prefix
                        """)
                .query(RegionTable::region)
                .list();
    }

    Page<SalesRegion> history(PageRequest page) {
        long total = jdbc.sql("SELECT count(*) FROM sales_region").query(Long.class).single();
        List<SalesRegion> regions =
                jdbc.sql("SELECT * FROM sales_region ORDER BY id DESC LIMIT ? OFFSET ?")
                        .params(page.size(), page.offset())
                        .query(RegionTable::region)
                        .list();
        return new Page<>(regions, page.number(), page.size(), total);
    }

    private static SalesRegion region(ResultSet row, int number) throws SQLException {
        return new SalesRegion(
                row.getLong("id"),
                row.getString("prefix"),
                row.getString("salesperson"),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "at"));
    }
}
