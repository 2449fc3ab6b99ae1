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
        return asked(() -> slice(question(criteria).where(), after, size));
    }

    @Override
    public int count(Criteria criteria, int most) {
        return asked(() -> count(question(criteria), most));
    }

    @Override
    public Found found(Criteria criteria, @Nullable Cursor after, int size, int mostCounted) {
        return asked(
                () -> {
                    Question question = question(criteria);
                    int count = count(question, mostCounted);
                    return new Found(slice(question.where(), after, size), count);
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

    private int count(Question question, int most) {
        if (question.atLeast() >= most) {
            return most;
        }
        Conditions where = question.where();
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
        return asked(
                () -> {
                    Conditions where = question(criteria).where();
                    return jdbc.sql("SELECT i.key" + InstanceColumns.FROM + where.where() + ORDER)
                            .params(where.parameters())
                            .param("limit", most)
                            .query(Long.class)
                            .list();
                });
    }

    /**
     * What is asked of each instance is quick to list and slow to count: where that is all that is
     * asked, the instances found while looking how many there are count already.
     */
    private Question question(Criteria criteria) {
        Conditions where =
                CriteriaSql.own(
                        criteria,
                        criteria.number() == null
                                ? CriteriaSql.SameThing.NOTHING
                                : new CriteriaSql.SameThing(
                                        byErp(criteria.number()), told(criteria.number())));
        List<Members> all = CriteriaSql.members(criteria);
        boolean alone = where.isEmpty() && all.size() == 1;
        int atLeast = 0;
        for (Members members : all) {
            Members.Counted counted = counted(members);
            where.and(members.areFew(counted) ? members.lookedUp() : members.askedEach());
            members.parameters().forEach(where::with);
            atLeast = alone ? counted.instances() : 0;
        }
        return new Question(where, atLeast);
    }

    /**
     * @param atLeast so many instances answer to it
     */
    private record Question(Conditions where, int atLeast) {}

    private Members.Counted counted(Members members) {
        return jdbc.sql(members.counted())
                .params(members.found().parameters())
                .param("limit", members.few() + 1)
                .query(Members.Counted.class)
                .single();
    }

    /** Instances whose worker was told this number by the ERP: of a return, voucher or customer. */
    private List<Long> told(String number) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT process_instance_key FROM engine.variable
                        WHERE name IN ('erpNumber', 'erpCustomerNumber', 'voucherNumber')
                            AND left(value, 100) = left(:json, 100) AND value = :json
                        LIMIT 20
                        """)
                .param("json", VariableSql.text(number))
                .query(Long.class)
                .list();
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
