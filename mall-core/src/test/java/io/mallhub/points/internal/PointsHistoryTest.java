package io.mallhub.points.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.notification.Notifications;
import io.mallhub.points.Points;
import io.mallhub.points.Points.EntryView;
import io.mallhub.points.PointsMove;
import io.mallhub.points.PointsRules.PutRule;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Any history, every step of it twice: no point appears, vanishes or is spent twice. */
class PointsHistoryTest {
    private static final Actor BY = Actor.system("test");
    private static final ProductId GOODS = new ProductId(UUID.randomUUID());
    private static final JdbcClient JDBC = database();
    private static final MutableClock CLOCK = new MutableClock();
    private static final PointsRuleTable RULES = new PointsRuleTable(JDBC);
    private static final PointsAccounts ACCOUNTS = new PointsAccounts(JDBC);
    private static final LotTable LOTS = new LotTable(JDBC);
    private static final Products PRODUCTS = goods();
    private static final Points POINTS =
            new PointsDesk(
                    ACCOUNTS,
                    LOTS,
                    new SpendingTable(JDBC),
                    new PointsEarning(
                            RULES, new EarningTable(JDBC), ACCOUNTS, LOTS, PRODUCTS, CLOCK),
                    new PointsNotices(mock(Notifications.class)),
                    CLOCK);

    enum Act {
        EARN,
        TAKE_BACK,
        HOLD,
        REDUCE,
        USE,
        GIVE_BACK,
        GIVE_SOME_BACK,
        EXCHANGE,
        MONTHS_PASS
    }

    record Step(Act act, int order, int many) {}

    @Property(tries = 500)
    void pointsAreConservedAndEveryStepCountsOnce(@ForAll("steps") List<Step> steps) {
        CLOCK.reset();
        CustomerId company = new CustomerId(UUID.randomUUID());
        Book book = new Book(company);
        for (Step step : steps) {
            book.play(step);
            Points.Balance once = POINTS.balance(company);
            book.play(step);
            assertThat(POINTS.balance(company)).as("%s again", step).isEqualTo(once);
            assertThat(once.held()).as("%s", step).isEqualTo(book.held());
            assertThat(once.available())
                    .as("%s", step)
                    .isEqualTo(book.earned() - book.spent() - book.expired());
        }
        assertThat(POINTS.unproven()).isEmpty();
    }

    /** What the orders of a company did, by their own words. */
    private static final class Book {
        private final CustomerId company;
        private final Map<Integer, Long> held = new HashMap<>();
        private final Map<Integer, Long> used = new HashMap<>();
        private final Map<String, Long> exchanged = new HashMap<>();
        private final Set<Integer> ended = new HashSet<>();
        private final Set<String> returns = new HashSet<>();
        private @Nullable Step lastPassed;

        Book(CustomerId company) {
            this.company = company;
        }

        void play(Step step) {
            int which = step.order();
            String order = company + "-" + which;
            long many = step.many();
            switch (step.act()) {
                case EARN ->
                        POINTS.earn(
                                company,
                                "康民大药房",
                                order,
                                List.of(new Points.Paid(1, GOODS, new Money(cents(many)))));
                case TAKE_BACK ->
                        POINTS.takeBack(
                                company,
                                order,
                                order + "/" + many,
                                Map.of(1, new Money(cents(many / 3))));
                case HOLD -> hold(which, order, many);
                case REDUCE -> {
                    if (held.containsKey(which)) {
                        POINTS.reduce(order, many, order + "/" + many, BY);
                        held.merge(which, many, Math::min);
                        if (held.get(which) == 0) {
                            held.remove(which);
                            ended.add(which);
                        }
                    }
                }
                case USE -> {
                    POINTS.use(order, BY);
                    if (held.containsKey(which)) {
                        used.put(which, held.remove(which));
                    }
                }
                case GIVE_BACK -> {
                    POINTS.giveBack(order, "", BY);
                    if (held.remove(which) != null | used.remove(which) != null) {
                        ended.add(which);
                    }
                }
                case GIVE_SOME_BACK -> giveSomeBack(which, order, many);
                case EXCHANGE -> exchange(which, many);
                case MONTHS_PASS -> {
                    if (step != lastPassed) { // time does not pass twice
                        lastPassed = step;
                        CLOCK.advance(Duration.ofDays(35));
                    }
                    POINTS.expire(200);
                }
            }
        }

        private void hold(int which, String order, long many) {
            if (many == 0 || ended.contains(which) || used.containsKey(which)) {
                return;
            }
            Long has = held.get(which);
            if (has == null
                    && POINTS.hold(company, order, many, 1, BY)
                            instanceof Points.HoldOutcome.Held) {
                held.put(which, many);
            } else if (has != null && has == many) {
                assertThat(POINTS.hold(company, order, many, 1, BY))
                        .isInstanceOf(Points.HoldOutcome.Held.class);
            }
        }

        private void exchange(int which, long many) {
            String key = company + "/" + which + "/" + many;
            if (many > 0
                    && POINTS.exchange(company, "CK000001", many, key, BY)
                            instanceof Points.HoldOutcome.Held) {
                exchanged.put(key, many);
            }
        }

        private void giveSomeBack(int which, String order, long many) {
            Long has = used.get(which);
            String document = "RT-" + order + "-" + many;
            if (returns.contains(document)) {
                POINTS.giveBack(order, document, many, BY);
            } else if (has != null && has >= many && many > 0) {
                returns.add(document);
                POINTS.giveBack(order, document, many, BY);
                used.put(which, has - many);
                if (has == many) {
                    used.remove(which);
                    ended.add(which);
                }
            }
        }

        private static BigDecimal cents(long many) {
            return BigDecimal.valueOf(many * 100 + 37, 2);
        }

        long held() {
            return held.values().stream().mapToLong(Long::longValue).sum();
        }

        long spent() {
            return held()
                    + used.values().stream().mapToLong(Long::longValue).sum()
                    + exchanged.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Less what was taken back. */
        long earned() {
            return of(PointsMove.EARN) + of(PointsMove.TAKE_BACK);
        }

        long expired() {
            return -of(PointsMove.EXPIRE);
        }

        private long of(PointsMove kind) {
            return POINTS.entries(company, PageRequest.first(200)).items().stream()
                    .filter(it -> it.kind() == kind)
                    .mapToLong(EntryView::available)
                    .sum();
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.values()),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 60))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    private static Products goods() {
        ProductView food =
                new ProductView(
                        GOODS,
                        "P1",
                        "枸杞",
                        "",
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        RegulatoryCategory.OTHER,
                        "袋",
                        BigDecimal.ZERO,
                        Quantity.of(1),
                        Quantity.of(1),
                        false,
                        true,
                        Set.of(),
                        List.of());
        Products products = mock();
        when(products.products(any())).thenReturn(Map.of(GOODS, food));
        return products;
    }

    private static JdbcClient database() {
        TestDatabase database = TestPostgres.newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        JdbcClient jdbc =
                JdbcClient.create(
                        new SingleConnectionDataSource(
                                database.jdbcUrl(), database.user(), database.password(), true));
        new PointsRuleTable(jdbc)
                .add(
                        1,
                        new PutRule(
                                0,
                                BigDecimal.ONE,
                                Set.of(),
                                2,
                                true,
                                1,
                                Money.of("0.01"),
                                100,
                                Set.of(),
                                "test",
                                CouponFixtures.MARKETING),
                        MutableClock.START);
        return jdbc;
    }
}
