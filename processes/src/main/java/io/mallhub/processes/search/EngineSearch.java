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
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class EngineSearch implements InstanceSearch {
    private static final String ORDER = " ORDER BY i.started_at DESC, i.key DESC LIMIT :limit";

    /** So many are fetched by key and sorted within the time a page may take. */
    private static final int FEW = 10_000;

    /** Few instances have more rows of one kind that answer to one condition. */
    private static final int ROWS_OF_AN_INSTANCE = 4;

    private final JdbcClient jdbc;
    private final Orders orders;
    private final TransactionTemplate reading;

    EngineSearch(JdbcClient jdbc, Orders orders, PlatformTransactionManager transactions) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.jdbc = jdbc;
        this.orders = orders;
    }

    @Override
    public Slice find(Criteria criteria, @Nullable Cursor after, int size) {
        return asked(() -> slice(where(criteria), after, size));
    }

    @Override
    public int count(Criteria criteria, int most) {
        return asked(() -> count(where(criteria), criteria, most));
    }

    @Override
    public Found found(Criteria criteria, @Nullable Cursor after, int size, int mostCounted) {
        return asked(
                () -> {
                    Conditions where = where(criteria);
                    int count = count(where, criteria, mostCounted);
                    return new Found(slice(where, after, size), count);
                });
    }

    /**
     * Planned for the very values: what is rare and what is common needs another way. A search that
     * no index helps with ends instead of wearing out the database.
     */
    private <T> T asked(Supplier<T> question) {
        return Objects.requireNonNull(
                reading.execute(
                        status -> {
                            jdbc.sql(
                                            "SELECT set_config('plan_cache_mode', 'force_custom_plan',"
                                                    + " true), set_config('statement_timeout',"
                                                    + " '15s', true)")
                                    .query()
                                    .singleRow();
                            return question.get();
                        }));
    }

    private Slice slice(Conditions where, @Nullable Cursor after, int size) {
        int wanted = Math.clamp(size, 1, 200);
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

    /**
     * A list that asks each instance for the one thing many have is quick to begin and slow to
     * count: those that have it are counted instead, as long as they are more than {@code most}.
     */
    private int count(Conditions where, Criteria criteria, int most) {
        List<Members> members = CriteriaSql.members(criteria);
        if (members.size() == 1 && CriteriaSql.own(criteria, List.of()).isEmpty()) {
            int atLeast = countInstances(members.getFirst(), most);
            if (atLeast >= most) {
                return most;
            }
        }
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

    private int countInstances(Members members, int most) {
        return jdbc.sql(members.countedInstances())
                .params(members.found().parameters())
                .param("limit", ROWS_OF_AN_INSTANCE * most)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Long> keys(Criteria criteria, int most) {
        return asked(
                () -> {
                    Conditions where = where(criteria);
                    return jdbc.sql("SELECT i.key" + InstanceColumns.FROM + where.where() + ORDER)
                            .params(where.parameters())
                            .param("limit", most)
                            .query(Long.class)
                            .list();
                });
    }

    private Conditions where(Criteria criteria) {
        Conditions where =
                CriteriaSql.own(
                        criteria, criteria.number() == null ? List.of() : byErp(criteria.number()));
        for (Members members : CriteriaSql.members(criteria)) {
            where.and(areFew(members) ? members.lookedUp() : members.askedEach());
            members.parameters().forEach(where::with);
        }
        return where;
    }

    private boolean areFew(Members members) {
        return jdbc.sql(members.counted())
                        .params(members.found().parameters())
                        .param("limit", FEW + 1)
                        .query(Integer.class)
                        .single()
                <= FEW;
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
