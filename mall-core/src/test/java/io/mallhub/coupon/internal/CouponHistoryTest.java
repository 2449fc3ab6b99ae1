package io.mallhub.coupon.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.audit.AuditLog;
import io.mallhub.coupon.CouponEntry;
import io.mallhub.coupon.CouponKinds.KindView;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponView;
import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons;
import io.mallhub.coupon.Coupons.ClaimOutcome;
import io.mallhub.coupon.Coupons.HoldOutcome;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.notification.Notifications;
import io.mallhub.points.Points;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Any history, repeats and all, against a model that knows states only. */
class CouponHistoryTest {
    private static final Actor BY = Actor.system("test");
    private static final int PER_BUYER = 3;
    private static final JdbcClient JDBC = database();
    private static final MutableClock CLOCK = new MutableClock();
    private static final KindTable KINDS = new KindTable(JDBC);
    private static final CouponTable TABLE = new CouponTable(JDBC);
    private static final Coupons COUPONS =
            new CouponDesk(
                    KINDS,
                    TABLE,
                    new Giving(KINDS, TABLE, mock(Points.class), mock(PointsGoods.class), CLOCK),
                    new CouponNotices(mock(Notifications.class)),
                    anyCompany(),
                    mock(AuditLog.class),
                    CLOCK);

    enum Act {
        CLAIM,
        HOLD,
        USE,
        GIVE_BACK,
        DAYS_PASS
    }

    /**
     * @param which click or order
     * @param coupon of those claimed so far
     */
    record Step(Act act, int which, int coupon) {}

    @Property(tries = 500)
    void everyStateIsWhatItsEntriesSayAndMatchesTheModel(@ForAll("steps") List<Step> steps) {
        CLOCK.reset();
        CustomerId company = new CustomerId(UUID.randomUUID());
        String kind = KINDS.open(CouponWay.CENTRE, null, CLOCK.instant());
        KINDS.addVersion(
                kind, 1, CouponFixtures.aKind(CouponWay.CENTRE, 100, PER_BUYER), CLOCK.instant());
        Model model = new Model();
        List<String> numbers = new ArrayList<>();

        for (Step step : steps) {
            assertThat(play(company, kind, step, numbers))
                    .as("%s", step)
                    .isEqualTo(model.play(step));
            for (int coupon = 0; coupon < numbers.size(); coupon++) {
                CouponView view = COUPONS.find(numbers.get(coupon)).orElseThrow();
                assertThat(view.state()).as("%s", step).isEqualTo(model.states.get(coupon));
            }
        }

        assertThat(TABLE.unproven()).isEmpty();
        KindView view = KINDS.find(kind).orElseThrow();
        assertThat(view.issued()).isEqualTo(model.states.size());
        assertThat(view.used())
                .isEqualTo((int) model.states.stream().filter(CouponState.USED::equals).count());
        for (String number : numbers) {
            List<CouponEntry> entries = COUPONS.entries(number);
            assertThat(entries.getFirst().kind()).isEqualTo(CouponEntry.Kind.CLAIM);
            assertThat(entries.getLast().after())
                    .isEqualTo(COUPONS.find(number).orElseThrow().state());
        }
    }

    /** Returns false when it was refused. */
    private static boolean play(CustomerId company, String kind, Step step, List<String> numbers) {
        String order = company + "-" + step.which();
        switch (step.act()) {
            case CLAIM -> {
                ClaimOutcome outcome =
                        COUPONS.claim(company, kind, Integer.toString(step.which()), BY);
                if (outcome instanceof ClaimOutcome.Claimed claimed
                        && !numbers.contains(claimed.coupon().number())) {
                    numbers.add(claimed.coupon().number());
                }
                return outcome instanceof ClaimOutcome.Claimed;
            }
            case HOLD -> {
                if (step.coupon() >= numbers.size()) {
                    return false;
                }
                try {
                    return COUPONS.hold(company, order, List.of(numbers.get(step.coupon())), BY)
                            instanceof HoldOutcome.Held;
                } catch (IllegalStateException otherCouponOrEnded) {
                    return false;
                }
            }
            case USE -> COUPONS.use(order, BY);
            case GIVE_BACK -> COUPONS.giveBack(order, "", BY);
            case DAYS_PASS -> {
                CLOCK.advance(Duration.ofDays(2));
                COUPONS.expire(200);
            }
        }
        return true;
    }

    private static final class Model {
        final List<CouponState> states = new ArrayList<>();
        final List<Integer> until = new ArrayList<>();
        final Map<Integer, Integer> couponOf = new HashMap<>();
        final Set<Integer> ended = new HashSet<>();
        final Set<Integer> clicks = new HashSet<>();
        int day;

        boolean play(Step step) {
            switch (step.act()) {
                case CLAIM -> {
                    return claim(step.which());
                }
                case HOLD -> {
                    return hold(step.which(), step.coupon());
                }
                case USE -> {
                    Integer coupon = couponOf.get(step.which());
                    if (coupon != null) {
                        states.set(coupon, CouponState.USED);
                    }
                }
                case GIVE_BACK -> {
                    Integer coupon = couponOf.remove(step.which());
                    if (coupon != null) {
                        states.set(coupon, CouponState.FREE);
                        ended.add(step.which());
                    }
                }
                case DAYS_PASS -> {
                    day += 2;
                    for (int coupon = 0; coupon < states.size(); coupon++) {
                        if (states.get(coupon) == CouponState.FREE && day > until.get(coupon)) {
                            states.set(coupon, CouponState.EXPIRED);
                        }
                    }
                }
            }
            return true;
        }

        private boolean claim(int click) {
            if (clicks.contains(click)) {
                return true;
            }
            if (states.size() == PER_BUYER) {
                return false;
            }
            clicks.add(click);
            states.add(CouponState.FREE);
            until.add(day + 7);
            return true;
        }

        private boolean hold(int order, int coupon) {
            if (coupon >= states.size()) {
                return false;
            }
            Integer has = couponOf.get(order);
            if (has != null) {
                return has == coupon;
            }
            if (ended.contains(order)
                    || states.get(coupon) != CouponState.FREE
                    || day > until.get(coupon)) {
                return false;
            }
            states.set(coupon, CouponState.HELD);
            couponOf.put(order, coupon);
            return true;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.values()),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static Customers anyCompany() {
        Customers customers = mock();
        when(customers.customer(any()))
                .thenAnswer(
                        asked ->
                                Optional.of(
                                        new CustomerView(
                                                asked.getArgument(0),
                                                "C00000001",
                                                CustomerState.ACTIVE,
                                                CustomerFixtures.aCompany(CustomerType.PHARMACY),
                                                "",
                                                null,
                                                null,
                                                List.of())));
        return customers;
    }

    private static JdbcClient database() {
        TestDatabase database = TestPostgres.newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        return JdbcClient.create(
                new SingleConnectionDataSource(
                        database.jdbcUrl(), database.user(), database.password(), true));
    }
}
