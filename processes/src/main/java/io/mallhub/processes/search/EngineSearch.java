package io.mallhub.processes.search;

import io.mallhub.order.OrderRow;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.OrderQuery;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.processes.sql.Conditions;
import io.mallhub.processes.sql.InstanceColumns;
import io.mallhub.shared.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EngineSearch implements InstanceSearch {
    private static final String ORDER = " ORDER BY i.started_at DESC, i.key DESC LIMIT :limit";
    private final JdbcClient jdbc;
    private final Orders orders;

    EngineSearch(JdbcClient jdbc, Orders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    @Override
    public Slice find(Criteria criteria, @Nullable Cursor after, int size) {
        int wanted = Math.clamp(size, 1, 200);
        Conditions where = where(criteria);
        if (after != null) {
            where.and("(i.started_at, i.key) < (:afterAt::timestamptz, :afterKey)");
            where.with("afterAt", after.startedAt().toString());
            where.with("afterKey", after.key());
        }
        // The keys first: what a row shows beside is looked up for the rows of the slice alone.
        String sql =
                "WITH found AS MATERIALIZED (SELECT i.*"
                        + InstanceColumns.FROM
                        + where.where()
                        + ORDER
                        + ") "
                        + InstanceColumns.SELECT
                        + " FROM found i ORDER BY i.started_at DESC, i.key DESC";
        List<InstanceRow> rows =
                jdbc.sql(sql)
                        .params(where.parameters())
                        .param("limit", wanted + 1)
                        .query((row, n) -> InstanceColumns.row(row))
                        .list();
        if (rows.size() <= wanted) {
            return new Slice(rows, null);
        }
        InstanceRow last = rows.get(wanted - 1);
        return new Slice(rows.subList(0, wanted), new Cursor(last.startedAt(), last.key()));
    }

    @Override
    public int count(Criteria criteria, int most) {
        Conditions where = where(criteria);
        return jdbc.sql(
                        "SELECT count(*) FROM (SELECT 1"
                                + InstanceColumns.FROM
                                + where.where()
                                + " LIMIT :limit) AS counted")
                .params(where.parameters())
                .param("limit", most)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Long> keys(Criteria criteria, int most) {
        Conditions where = where(criteria);
        return jdbc.sql("SELECT i.key" + InstanceColumns.FROM + where.where() + ORDER)
                .params(where.parameters())
                .param("limit", most)
                .query(Long.class)
                .list();
    }

    private Conditions where(Criteria criteria) {
        return CriteriaSql.of(
                criteria, criteria.number() == null ? List.of() : byErp(criteria.number()));
    }

    /** The order knows its number in the ERP. */
    private List<String> byErp(String number) {
        return orders
                .page(new OrderQuery(null, null, null, number, null, null), PageRequest.first(20))
                .items()
                .stream()
                .map(OrderRow::number)
                .toList();
    }
}
