package io.mallhub.order.internal;

import io.mallhub.order.DealRehearsals.Kept;
import io.mallhub.order.Deals.Affected;
import io.mallhub.order.Deals.Given;
import io.mallhub.order.Deals.Hit;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.promotion.Promotions.Version;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.FieldsAsJson;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of rehearsals and of the customers they are about. */
@Component
@Transactional
class RehearsalTable {
    private final JsonMapper json = FieldsAsJson.builder().build();
    private final JdbcClient jdbc;

    RehearsalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forgetBefore(Instant then) {
        jdbc.sql("DELETE FROM deal_rehearsal WHERE at < ?")
                .param(Instants.parameter(then))
                .update();
    }

    long add(
            List<Rule> drafts,
            LocalDate first,
            LocalDate last,
            Actor by,
            Rehearsal outcome,
            Instant now) {
        long number =
                jdbc.sql(
                                """
                                INSERT INTO deal_rehearsal (rules, versions, first_day, last_day,
                                    by_name, at, orders, goods, discount_now, gifts_now, discount,
                                    gifts, affected, cut, hits)
                                VALUES (:rules::text[], :versions::int[], :first, :last, :by, :now,
                                    :orders, :goods, :discountNow, :giftsNow, :discount, :gifts,
                                    :affected, :cut, :hits::jsonb)
                                RETURNING number
                                """)
                        .param("rules", Columns.of(drafts, Rule::code))
                        .param("versions", Columns.of(drafts, Rule::version))
                        .param("first", first)
                        .param("last", last)
                        .param("by", by.name())
                        .param("now", Instants.parameter(now))
                        .param("orders", outcome.orders())
                        .param("goods", outcome.goods().amount())
                        .param("discountNow", outcome.now().discount().amount())
                        .param("giftsNow", outcome.now().gifts().amount())
                        .param("discount", outcome.then().discount().amount())
                        .param("gifts", outcome.then().gifts().amount())
                        .param("affected", outcome.affected())
                        .param("cut", outcome.cut())
                        .param("hits", json.writeValueAsString(outcome.hits()))
                        .query(Long.class)
                        .single();
        addCustomers(number, outcome.customers());
        return number;
    }

    private void addCustomers(long number, List<Affected> customers) {
        jdbc.sql(
                        """
                        INSERT INTO deal_rehearsal_customer (rehearsal, place, company_id, orders,
                            discount_now, gifts_now, discount, gifts)
                        SELECT :number, c.place, c.company, c.orders, c.discount_now, c.gifts_now,
                            c.discount, c.gifts
                        FROM unnest(:companies::uuid[], :orders::bigint[],
                            :discountsNow::numeric[], :giftsNow::numeric[], :discounts::numeric[],
                            :gifts::numeric[])
                            WITH ORDINALITY AS c (company, orders, discount_now, gifts_now, discount,
                                gifts, place)
                        """)
                .param("number", number)
                .param("companies", Columns.of(customers, it -> it.company().value()))
                .param("orders", Columns.of(customers, Affected::orders))
                .param("discountsNow", Columns.of(customers, it -> it.now().discount().amount()))
                .param("giftsNow", Columns.of(customers, it -> it.now().gifts().amount()))
                .param("discounts", Columns.of(customers, it -> it.then().discount().amount()))
                .param("gifts", Columns.of(customers, it -> it.then().gifts().amount()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(long number) {
        return jdbc.sql(
                        """
                        SELECT r.*, (SELECT count(*) FROM deal_rehearsal_customer c
                            WHERE c.rehearsal = r.number) AS customers
                        FROM deal_rehearsal r WHERE r.number = ?
                        """)
                .param(number)
                .query((row, index) -> kept(row))
                .optional();
    }

    private Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("number"),
                versions(row),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("by_name"),
                Instants.sure(row, "at"),
                new Rehearsal(
                        row.getLong("orders"),
                        new Money(row.getBigDecimal("goods")),
                        now(row),
                        then(row),
                        row.getLong("affected"),
                        List.of(),
                        json.readValue(row.getString("hits"), new TypeReference<List<Hit>>() {}),
                        row.getBoolean("cut")),
                row.getLong("customers"));
    }

    private static List<Version> versions(ResultSet row) throws SQLException {
        String[] rules = (String[]) row.getArray("rules").getArray();
        Integer[] versions = (Integer[]) row.getArray("versions").getArray();
        List<Version> all = new ArrayList<>();
        for (int place = 0; place < rules.length; place++) {
            all.add(new Version(rules[place], versions[place]));
        }
        return all;
    }

    @Transactional(readOnly = true)
    public Page<Affected> customers(long number, PageRequest page) {
        List<Affected> items =
                jdbc.sql(
                                """
                                SELECT * FROM deal_rehearsal_customer WHERE rehearsal = :number
                                ORDER BY place LIMIT :size OFFSET :offset
                                """)
                        .param("number", number)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, index) ->
                                        new Affected(
                                                new CustomerId(
                                                        row.getObject("company_id", UUID.class)),
                                                row.getLong("orders"),
                                                now(row),
                                                then(row)))
                        .list();
        long total =
                jdbc.sql("SELECT count(*) FROM deal_rehearsal_customer WHERE rehearsal = ?")
                        .param(number)
                        .query(Long.class)
                        .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static Given now(ResultSet row) throws SQLException {
        return given(row, "discount_now", "gifts_now");
    }

    private static Given then(ResultSet row) throws SQLException {
        return given(row, "discount", "gifts");
    }

    private static Given given(ResultSet row, String discount, String gifts) throws SQLException {
        return new Given(
                new Money(row.getBigDecimal(discount)), new Money(row.getBigDecimal(gifts)));
    }
}
