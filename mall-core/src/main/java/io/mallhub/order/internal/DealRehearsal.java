package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.Customers;
import io.mallhub.order.Deals;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Deal;
import io.mallhub.promotion.Gift;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Judgement;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Past orders, worked out again with a rule of the future. Reads them by the hundred, each time
 * with one question to orders, lines, catalogue, customers and prices.
 */
@Component
class DealRehearsal {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Products products;
    private final Customers customers;
    private final Prices prices;

    DealRehearsal(JdbcClient jdbc, Products products, Customers customers, Prices prices) {
        this.jdbc = jdbc;
        this.products = products;
        this.customers = customers;
        this.prices = prices;
    }

    Rehearsal of(Rule rule, LocalDate first, LocalDate last) {
        Tally tally = new Tally(book(rule), worths(rule));
        Instant until = MallTime.startOf(last.plusDays(1));
        Past after =
                new Past(new UUID(0, 0), "", "", MallTime.startOf(first), "", null, Money.ZERO);
        while (tally.orders < Deals.MOST_REHEARSED) {
            List<Past> orders = orders(after, until);
            if (orders.isEmpty()) {
                return tally.sum(false);
            }
            add(tally, rule, orders);
            after = orders.getLast();
        }
        return tally.sum(!orders(after, until).isEmpty());
    }

    /** Its period lies ahead of the orders: it is looked at without one. */
    private RuleBook book(Rule rule) {
        Rule always =
                new Rule(
                        rule.code(),
                        rule.version(),
                        rule.name(),
                        rule.conditions().during(null, null),
                        rule.benefit(),
                        rule.stacking());
        return RuleBook.of(List.of(always), GiftPolicy.standard(products.categories(rule.gifts())));
    }

    private Map<ProductId, UnitPrice> worths(Rule rule) {
        Map<ProductId, Quantity> named =
                rule.gifts().stream().collect(Collectors.toMap(it -> it, it -> Quantity.of(1)));
        Map<ProductId, UnitPrice> worths = new HashMap<>();
        if (!named.isEmpty()) {
            for (PriceQuote quote :
                    prices.quoteWithoutSales(new CustomerId(new UUID(0, 0)), "", "", named)
                            .values()) {
                worths.put(quote.product(), quote.basePrice());
            }
        }
        return worths;
    }

    private record Past(
            UUID id,
            String number,
            String customer,
            Instant at,
            String payment,
            @Nullable Channel channel,
            Money total) {
        CustomerId company() {
            return new CustomerId(UUID.fromString(customer));
        }
    }

    private List<Past> orders(Past after, Instant until) {
        return jdbc.sql(
                        """
                        SELECT o.id, o.number, o.customer_id, o.submitted_at, o.payment,
                            o.channel, o.total
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
                .param("most", AT_ONCE)
                .query(
                        (row, number) ->
                                new Past(
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        row.getString("customer_id"),
                                        Instants.sure(row, "submitted_at"),
                                        row.getString("payment"),
                                        channel(row.getString("channel")),
                                        new Money(row.getBigDecimal("total"))))
                .list();
    }

    /** Orders from before it was kept count for every channel. */
    private static @Nullable Channel channel(@Nullable String word) {
        return word == null ? null : Channel.valueOf(word);
    }

    private record Sold(UUID order, ProductId product, Quantity quantity, UnitPrice price) {}

    private Map<UUID, List<Sold>> lines(List<Past> orders) {
        return jdbc
                .sql(
                        """
                        SELECT order_id, product_id, quantity, unit_price FROM sales_order_line
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
                                        new UnitPrice(row.getBigDecimal("unit_price"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Sold::order));
    }

    private void add(Tally tally, Rule rule, List<Past> orders) {
        Map<UUID, List<Sold>> lines = lines(orders);
        List<ProductId> goods =
                lines.values().stream()
                        .flatMap(List::stream)
                        .map(Sold::product)
                        .distinct()
                        .toList();
        Map<ProductId, ProductView> catalogue = products.products(goods);
        Map<ProductId, Set<String>> tags =
                rule.benefit().goods() instanceof Goods.Tags ? products.tags(goods) : Map.of();
        Map<ProductId, UnitPrice> floors = prices.floors(goods);
        Map<CustomerId, Viewer> viewers =
                customers.viewers(orders.stream().map(Past::company).distinct().toList());
        for (Past order : orders) {
            List<Basket.Line> basket = new ArrayList<>();
            for (Sold sold : lines.getOrDefault(order.id(), List.of())) {
                basket.add(
                        Baskets.line(
                                sold.product(),
                                catalogue.get(sold.product()),
                                tags,
                                sold.quantity(),
                                sold.price()));
            }
            tally.add(
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

    private static final class Tally {
        private final RuleBook book;
        private final Map<ProductId, UnitPrice> worths;
        private final Set<String> customers = new HashSet<>();
        private int orders;
        private long affected;
        private long belowFloor;
        private long forbidden;
        private Money revenue = Money.ZERO;
        private Money discount = Money.ZERO;
        private Money gifts = Money.ZERO;

        Tally(RuleBook book, Map<ProductId, UnitPrice> worths) {
            this.book = book;
            this.worths = worths;
        }

        void add(Past order, Basket basket, Map<ProductId, UnitPrice> floors) {
            orders++;
            revenue = revenue.plus(order.total());
            Deal deal = book.deal(basket);
            switch (deal.judgements().getFirst()) {
                case Judgement.Applied applied -> {
                    affected++;
                    customers.add(order.customer());
                    discount = discount.plus(deal.total());
                    deal.gifts().forEach(gift -> gifts = gifts.plus(worth(gift, basket)));
                    belowFloor += below(basket, deal, floors);
                    if (!applied.withheld().isZero()) {
                        forbidden++;
                    }
                }
                case Judgement.Rejected rejected -> {
                    if (GiftPolicy.isWhy(rejected)) {
                        forbidden++;
                    }
                }
            }
        }

        private Money worth(Gift gift, Basket basket) {
            UnitPrice price =
                    basket.lines().stream()
                            .filter(it -> it.product().equals(gift.product()))
                            .map(Basket.Line::price)
                            .findFirst()
                            .orElse(worths.getOrDefault(gift.product(), UnitPrice.of("0")));
            return price.times(gift.quantity());
        }

        private static long below(Basket basket, Deal deal, Map<ProductId, UnitPrice> floors) {
            long below = 0;
            for (int line = 0; line < basket.lines().size(); line++) {
                Basket.Line it = basket.lines().get(line);
                UnitPrice floor = floors.get(it.product());
                Money off = deal.discounts().get(line);
                if (floor != null
                        && !off.isZero()
                        && it.amount().minus(off).compareTo(floor.times(it.quantity())) < 0) {
                    below++;
                }
            }
            return below;
        }

        Rehearsal sum(boolean cut) {
            return new Rehearsal(
                    orders,
                    revenue,
                    affected,
                    customers.size(),
                    discount,
                    gifts,
                    belowFloor,
                    forbidden,
                    cut);
        }
    }
}
