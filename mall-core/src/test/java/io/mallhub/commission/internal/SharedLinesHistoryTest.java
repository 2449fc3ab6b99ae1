package io.mallhub.commission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.audit.AuditLog;
import io.mallhub.commission.CommissionRules.PutRule;
import io.mallhub.commission.Commissions.Attribution;
import io.mallhub.commission.Commissions.ClawBack;
import io.mallhub.commission.Commissions.LinkFigures;
import io.mallhub.commission.Entry;
import io.mallhub.commission.Rule;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.MutableClock;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.OrderCompleted;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Orders whose lines were shared by anybody in any chain, completed more than once, and returned in
 * any parts, on the real tables: nothing earns more than the rules give, no line twice on a channel
 * and level or for a person, and what a link brought is the sum of its entries.
 */
class SharedLinesHistoryTest {
    private static final String SALES_RATE = "0.03";
    private static final List<String> RATES = List.of("0.05", "0.20", "0", "0.015");
    private static final List<String> RATES_ABOVE = List.of("0.01", "0.20", "0.02", "0");
    private static final List<String> PEOPLE = List.of("an", "bo", "Cai", "dan", "seller");
    private static final Actor ADMIN = Actor.staff("admin", "Admin");
    private static final Mall MALL = new Mall();

    /**
     * @param chain sharers of the line's product, nearest first; empty for none
     */
    record SharedLine(int product, int cents, List<String> chain, int link) {}

    /**
     * @param line 0-based
     * @param percent of the line's amount
     */
    record Back(int line, int percent, int key) {}

    @Property(tries = 150)
    void nothingEarnsMoreThanTheRulesGive(
            @ForAll("lines") List<SharedLine> lines, @ForAll("returns") List<Back> returns) {
        String order = "SO-" + UUID.randomUUID();
        List<ProductId> products = MALL.products();
        Set<Integer> shared = new HashSet<>();
        for (SharedLine line : lines) {
            if (!line.chain().isEmpty() && shared.add(line.product())) {
                attribute(order, products, line);
                attribute(order, products, line);
            }
        }
        OrderCompleted completed = completed(order, products, lines);

        MALL.ledger.on(completed);
        MALL.ledger.on(completed);
        mustKeepToTheRules(order, lines);
        giveBack(order, lines, returns);
        mustKeepToTheRules(order, lines);
        figuresAreTheSumOfEntries(order);
        assertThat(MALL.ledger.unproven()).isEmpty();
    }

    private static void attribute(String order, List<ProductId> products, SharedLine line) {
        List<String> chain = line.chain();
        boolean twice = chain.stream().map(String::toLowerCase).distinct().count() < chain.size();
        try {
            MALL.ledger.attribute(
                    order,
                    List.of(
                            new Attribution(
                                    products.get(line.product()),
                                    chain,
                                    order + "/" + line.link())));
            assertThat(twice || chain.size() > 2).isFalse();
        } catch (IllegalArgumentException refused) {
            assertThat(twice || chain.size() > 2).isTrue();
        }
    }

    private static OrderCompleted completed(
            String order, List<ProductId> products, List<SharedLine> lines) {
        List<OrderCompleted.Line> sold = new ArrayList<>();
        for (SharedLine line : lines) {
            sold.add(
                    new OrderCompleted.Line(
                            sold.size() + 1,
                            products.get(line.product()),
                            Quantity.of(1),
                            cents(line.cents())));
        }
        return new OrderCompleted(
                order, MALL.customer, Actor.buyer("buyer", "Buyer"), MALL.clock.instant(), sold);
    }

    private static void giveBack(String order, List<SharedLine> lines, List<Back> returns) {
        for (Back back : returns) {
            if (back.line() < lines.size()) {
                int cents = lines.get(back.line()).cents() * back.percent() / 100;
                MALL.ledger.clawBack(
                        new ClawBack(
                                order,
                                back.line() + 1,
                                Quantity.of(1),
                                cents(cents),
                                "TH-" + order,
                                order + "/" + back.key()));
            }
        }
    }

    private static void mustKeepToTheRules(String order, List<SharedLine> lines) {
        List<Entry> entries = MALL.ledger.ofOrder(order);
        Set<String> channels = new HashSet<>();
        Set<String> people = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.kind() != Entry.Kind.EARNED) {
                continue;
            }
            SharedLine line = lines.get(entry.line() - 1);
            assertThat(channels.add(entry.line() + "/" + entry.channel() + "/" + entry.depth()))
                    .isTrue();
            assertThat(people.add(entry.line() + "/" + entry.beneficiary())).isTrue();
            assertThat(entry.amount()).isEqualTo(most(line, entry));
            assertThat(entry.link() != null)
                    .isEqualTo(entry.channel() == Entry.Channel.DISTRIBUTION);
            Money left =
                    entries.stream()
                            .filter(it -> Long.valueOf(entry.sequence()).equals(it.corrects()))
                            .map(Entry::amount)
                            .reduce(entry.amount(), Money::plus);
            assertThat(left.isNegative()).isFalse();
        }
    }

    private static Money most(SharedLine line, Entry entry) {
        String rate =
                switch (entry.depth()) {
                    case 0 -> SALES_RATE;
                    case 1 -> RATES.get(line.product());
                    default -> RATES_ABOVE.get(line.product());
                };
        return new Money(cents(line.cents()).amount().multiply(new BigDecimal(rate)));
    }

    private static void figuresAreTheSumOfEntries(String order) {
        List<Entry> entries = MALL.ledger.ofOrder(order);
        List<String> links =
                MALL.ledger.shares(order).stream().map(it -> it.link()).distinct().toList();
        var figures = MALL.ledger.figures(links, null);
        for (String link : links) {
            Money sum =
                    entries.stream()
                            .filter(it -> link.equals(it.link()))
                            .map(Entry::amount)
                            .reduce(Money.ZERO, Money::plus);
            assertThat(figures.get(link)).isEqualTo(new LinkFigures(1, sum));
        }
    }

    @Provide
    Arbitrary<List<SharedLine>> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, RATES.size() - 1),
                        Arbitraries.integers().between(1, 500_000),
                        Arbitraries.of(PEOPLE).list().ofMaxSize(3),
                        Arbitraries.integers().between(1, 3))
                .as(SharedLine::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Back>> returns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 6))
                .as(Back::new)
                .list()
                .ofMaxSize(6);
    }

    /** The ledger on a database of its own; whoever is called seller sells to the customer. */
    private static final class Mall {
        final MutableClock clock = new MutableClock();
        final CustomerId customer = new CustomerId(UUID.randomUUID());
        final CommissionLedger ledger;
        private final RuleBook book;
        private final List<ProductId> products = new ArrayList<>();

        Mall() {
            TestDatabase database = TestPostgres.newDatabase();
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.password())
                    .load()
                    .migrate();
            NamedParameterJdbcTemplate template =
                    new NamedParameterJdbcTemplate(
                            new SingleConnectionDataSource(
                                    database.jdbcUrl(),
                                    database.user(),
                                    database.password(),
                                    true));
            JdbcClient jdbc = JdbcClient.create(template);
            Customers customers = mock();
            when(customers.salespersonOf(any())).thenReturn(Optional.of("seller"));
            RuleTable rules = new RuleTable(jdbc);
            SettledOrders orders = new SettledOrders(jdbc, template);
            CommissionEntries entries = new CommissionEntries(jdbc);
            ledger =
                    new CommissionLedger(
                            orders,
                            entries,
                            new CommissionBooking(
                                    rules,
                                    orders,
                                    entries,
                                    mock(Receivables.class),
                                    mock(PrepaidAccounts.class),
                                    mock(OnlinePayments.class),
                                    clock),
                            customers,
                            mock(AuditLog.class),
                            clock);
            book =
                    new RuleBook(
                            rules, new DistributionRateTable(jdbc), mock(AuditLog.class), clock);
            put(Rule.Kind.SELF_SERVICE, null, 0, SALES_RATE);
            for (int i = 0; i < RATES.size(); i++) {
                ProductId product = new ProductId(UUID.randomUUID());
                products.add(product);
                put(Rule.Kind.DISTRIBUTION, product, 1, RATES.get(i));
                put(Rule.Kind.DISTRIBUTION, product, 2, RATES_ABOVE.get(i));
            }
        }

        List<ProductId> products() {
            return products;
        }

        private void put(Rule.Kind kind, @Nullable ProductId product, int depth, String rate) {
            book.put(
                    new PutRule(
                            kind,
                            product,
                            depth,
                            new BigDecimal(rate),
                            null,
                            MallTime.today(clock),
                            null,
                            "test",
                            ADMIN));
        }
    }

    private static Money cents(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2));
    }
}
