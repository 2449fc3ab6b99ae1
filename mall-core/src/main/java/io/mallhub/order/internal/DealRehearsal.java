package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.Customers;
import io.mallhub.order.Deals;
import io.mallhub.order.Deals.Affected;
import io.mallhub.order.Deals.Given;
import io.mallhub.order.Deals.Hit;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Past orders, worked out again under rules of the future and under those of now. Reads them by the
 * hundred, each time with one question to orders, lines, catalogue, customers and prices, and keeps
 * sums only.
 */
@Component
class DealRehearsal {
    private static final int AT_ONCE = 500;
    private static final CustomerId NOBODY = new CustomerId(new UUID(0, 0));

    private final JdbcClient jdbc;
    private final RuleSets sets;
    private final Products products;
    private final Customers customers;
    private final Prices prices;
    private final Clock clock;

    DealRehearsal(
            JdbcClient jdbc,
            RuleSets sets,
            Products products,
            Customers customers,
            Prices prices,
            Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.products = products;
        this.customers = customers;
        this.prices = prices;
        this.clock = clock;
    }

    Rehearsal of(Collection<Rule> drafts, LocalDate first, LocalDate last) {
        Comparison comparison =
                new Comparison(
                        replay(sets.without(drafts), Set.of()),
                        replay(
                                sets.with(drafts),
                                drafts.stream().map(Rule::code).collect(Collectors.toSet())));
        Instant until = MallTime.startOf(last.plusDays(1));
        Past after =
                new Past(new UUID(0, 0), "", NOBODY, MallTime.startOf(first), "", null, Money.ZERO);
        while (comparison.orders < Deals.MOST_REHEARSED) {
            List<Past> orders = orders(after, until);
            if (orders.isEmpty()) {
                return comparison.result(false);
            }
            compare(orders, comparison);
            after = orders.getLast();
        }
        return comparison.result(!orders(after, until).isEmpty());
    }

    /**
     * Periods of drafts lie ahead of the orders, and those of live rules may: they are left out.
     *
     * @param drafts their codes: they count whether they hold now or not
     */
    private Replay replay(RuleSets.RuleSet set, Set<String> drafts) {
        Instant now = clock.instant();
        List<Rule> rules =
                set.rules().stream()
                        .filter(it -> drafts.contains(it.code()) || it.conditions().isWithin(now))
                        .map(Rule::atAnyTime)
                        .toList();
        return new Replay(RuleBook.of(rules, set.gifts()), worths(rules));
    }

    private Map<ProductId, UnitPrice> worths(List<Rule> rules) {
        Map<ProductId, Quantity> named = new HashMap<>();
        rules.forEach(rule -> rule.gifts().forEach(it -> named.put(it, Quantity.of(1))));
        Map<ProductId, UnitPrice> worths = new HashMap<>();
        if (!named.isEmpty()) {
            for (PriceQuote quote : prices.quoteWithoutSales(Viewer.GUEST, named).values()) {
                worths.put(quote.product(), quote.basePrice());
            }
        }
        return worths;
    }

    /**
     * @param besides what coupons and points took off
     */
    private record Past(
            UUID id,
            String number,
            CustomerId company,
            Instant at,
            String payment,
            @Nullable Channel channel,
            Money besides) {}

    private List<Past> orders(Past after, Instant until) {
        return jdbc.sql(
                        """
                        SELECT o.id, o.number, o.customer_id, o.submitted_at, o.payment,
                            o.channel,
                            (SELECT coalesce(sum(b.amount), 0) FROM sales_order_benefit b
                                WHERE b.order_id = o.id
                                    AND (b.coupon <> '' OR b.rule = :points)) AS besides
                        FROM sales_order o
                        WHERE (o.submitted_at, o.number) > (:at, :number)
                            AND o.submitted_at < :until
                            AND o.state NOT IN ('REJECTED', 'CANCELLED')
                            AND NOT EXISTS (SELECT FROM sales_order_benefit b
                                WHERE b.order_id = o.id AND b.rule = :exchange)
                        ORDER BY o.submitted_at, o.number LIMIT :most
                        """)
                .param("at", Instants.parameter(after.at()))
                .param("number", after.number())
                .param("until", Instants.parameter(until))
                .param("exchange", Replacement.CODE)
                .param("points", PointsPart.RULE)
                .param("most", AT_ONCE)
                .query(
                        (row, number) ->
                                new Past(
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        new CustomerId(row.getObject("customer_id", UUID.class)),
                                        Instants.sure(row, "submitted_at"),
                                        row.getString("payment"),
                                        channel(row.getString("channel")),
                                        new Money(row.getBigDecimal("besides"))))
                .list();
    }

    /** Orders from before it was kept count for every channel. */
    private static @Nullable Channel channel(@Nullable String word) {
        return word == null ? null : Channel.valueOf(word);
    }

    /**
     * @param traits by which promotions looked at it; null where the order has not kept them
     */
    private record Sold(
            UUID order,
            ProductId product,
            Quantity quantity,
            UnitPrice price,
            @Nullable Traits traits) {}

    private Map<UUID, List<Sold>> lines(List<Past> orders) {
        return jdbc
                .sql(
                        """
                        SELECT order_id, product_id, quantity, unit_price, category,
                            merchandise, tags
                        FROM sales_order_line
                        WHERE order_id = ANY(:orders::uuid[]) AND gift = ''
                        ORDER BY order_id, position
                        """)
                .param("orders", Columns.of(orders, Past::id))
                .query(
                        (row, number) ->
                                new Sold(
                                        row.getObject("order_id", UUID.class),
                                        new ProductId(row.getObject("product_id", UUID.class)),
                                        new Quantity(row.getBigDecimal("quantity")),
                                        new UnitPrice(row.getBigDecimal("unit_price")),
                                        traits(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Sold::order));
    }

    private static @Nullable Traits traits(ResultSet row) throws SQLException {
        String category = row.getString("category");
        Array tags = row.getArray("tags");
        Array merchandise = row.getArray("merchandise");
        return category == null || tags == null
                ? null
                : new Traits(
                        category, merchandise == null ? null : words(merchandise), words(tags));
    }

    private static Set<String> words(Array column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) column.getArray()));
    }

    private void compare(List<Past> orders, Comparison comparison) {
        Map<UUID, List<Sold>> lines = lines(orders);
        List<ProductId> goods =
                lines.values().stream()
                        .flatMap(List::stream)
                        .map(Sold::product)
                        .distinct()
                        .toList();
        Map<ProductId, ProductView> catalogue = products.products(goods);
        Map<ProductId, Set<String>> tags =
                comparison.asksForTags() ? products.tags(goods) : Map.of();
        Map<ProductId, UnitPrice> floors = prices.floors(goods);
        Map<CustomerId, Viewer> viewers =
                customers.viewers(orders.stream().map(Past::company).distinct().toList());
        for (Past order : orders) {
            List<Basket.Line> basket = new ArrayList<>();
            for (Sold sold : lines.getOrDefault(order.id(), List.of())) {
                Basket.Line today =
                        Baskets.line(
                                sold.product(),
                                catalogue.get(sold.product()),
                                tags,
                                sold.quantity(),
                                sold.price());
                basket.add(Baskets.seenAs(seen(sold, today), today));
            }
            comparison.add(
                    order,
                    new Basket(
                            Baskets.buyer(
                                    order.company(),
                                    viewers.getOrDefault(order.company(), Viewer.GUEST)),
                            order.at(),
                            order.payment(),
                            order.channel(),
                            basket),
                    floors);
        }
    }

    /** Orders keep no tags when no rule asked for them: then today's count. */
    private static @Nullable Traits seen(Sold sold, Basket.Line today) {
        return sold.traits() == null || !sold.traits().tags().isEmpty()
                ? sold.traits()
                : new Traits(sold.traits().category(), sold.traits().merchandise(), today.tags());
    }

    /** The same orders under both sets of rules. */
    private static final class Comparison {
        private final Replay now;
        private final Replay then;
        private final Map<CustomerId, Affected> customers = new HashMap<>();
        private Money goods = Money.ZERO;
        private long orders;
        private long affected;

        Comparison(Replay now, Replay then) {
            this.now = now;
            this.then = then;
        }

        boolean asksForTags() {
            return now.asksForTags() || then.asksForTags();
        }

        void add(Past order, Basket basket, Map<ProductId, UnitPrice> floors) {
            orders++;
            goods = goods.minus(order.besides());
            for (Basket.Line line : basket.lines()) {
                goods = goods.plus(line.amount());
            }
            Replay.Got before = now.next(order.number(), basket, floors);
            Replay.Got after = then.next(order.number(), basket, floors);
            if (!before.equals(after)) {
                affected++;
                customers.merge(
                        order.company(),
                        new Affected(order.company(), 1, before.given(), after.given()),
                        Comparison::sum);
            }
        }

        private static Affected sum(Affected one, Affected other) {
            return new Affected(
                    one.company(),
                    one.orders() + other.orders(),
                    one.now().plus(other.now()),
                    one.then().plus(other.then()));
        }

        Rehearsal result(boolean cut) {
            return new Rehearsal(
                    orders,
                    goods,
                    now.given(),
                    then.given(),
                    affected,
                    customers.values().stream().sorted(GREATEST).toList(),
                    hits(),
                    cut);
        }

        private static final Comparator<Affected> GREATEST =
                Comparator.comparing(Comparison::difference)
                        .reversed()
                        .thenComparing(it -> it.company().value());

        private static Money difference(Affected it) {
            Given more = it.then().minus(it.now());
            return more.worth().isNegative() ? more.worth().negate() : more.worth();
        }

        private List<Hit> hits() {
            List<Hit> hits = new ArrayList<>();
            then.met()
                    .forEach(
                            (where, met) -> {
                                Replay.Met before = now.met().get(where);
                                hits.add(
                                        new Hit(
                                                where.policy(),
                                                where.rule(),
                                                then.nameOf(where.rule()),
                                                before == null ? 0 : before.orders(),
                                                met.orders(),
                                                met.order(),
                                                met.at()));
                            });
            return hits;
        }
    }
}
