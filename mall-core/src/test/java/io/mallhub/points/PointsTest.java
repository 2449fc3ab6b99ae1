package io.mallhub.points;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.customer.CustomerActivated;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.points.Points.AccountRow;
import io.mallhub.points.Points.Balance;
import io.mallhub.points.Points.Ending;
import io.mallhub.points.PointsRules.PutOutcome;
import io.mallhub.points.PointsRules.PutRule;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
class PointsTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 11, 30);

    @Autowired Points points;
    @Autowired PointsRules rules;
    @Autowired PointsFixtures fixtures;
    @Autowired CustomerFixtures customers;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate inTransaction;

    private CustomerId company;

    @BeforeEach
    void aRule() {
        fixtures.on();
        company = customers.anActiveCustomer().id();
    }

    @AfterEach
    void everyPointIsProven() {
        clock.reset();
        fixtures.off();
        assertThat(points.unproven()).isEmpty();
    }

    @Test
    void aRuleIsReplacedByTheNextVersionAndStaysReadable() {
        PointsRule before = rules.inForce().orElseThrow();

        PointsRule next = fixtures.put(aRule(before.version(), "0.5", 12, 100, "1.00", 30));

        assertThat(rules.inForce()).contains(next);
        assertThat(next.version()).isEqualTo(before.version() + 1);
        assertThat(rules.version(before.version())).contains(before);
        assertThat(rules.history(PageRequest.first(2)).items()).containsExactly(next, before);
        assertThat(next.earned(Money.of("9.99"))).isEqualTo(4);
        assertThat(next.most(Money.of("99.99"))).as("29.99, whole steps").isEqualTo(2900);
        assertThat(next.off(2900)).isEqualTo(Money.of("29.00"));
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of("points-rule.per-yuan", aRule(0, "-1", 12, 100, "1.00", 50)),
                Arguments.of("points-rule.per-yuan", aRule(0, "0.00001", 12, 100, "1.00", 50)),
                Arguments.of("points-rule.months", aRule(0, "1", 0, 100, "1.00", 50)),
                Arguments.of("points-rule.step", aRule(0, "1", 12, 0, "1.00", 50)),
                Arguments.of("points-rule.worth", aRule(0, "1", 12, 100, "0.00", 50)),
                Arguments.of("points-rule.percent", aRule(0, "1", 12, 100, "1.00", 101)),
                Arguments.of("points-rule.welcome", welcoming(-1)),
                Arguments.of("points-rule.welcome", welcoming(1_000_001)),
                Arguments.of("points-rule.too-generous", aRule(0, "51", 12, 100, "1.00", 50)),
                Arguments.of("points-rule.outdated", aRule(0, "1", 12, 100, "1.00", 50)));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void aSlipIsRefusedAndNothingIsKept(String problem, PutRule slip) {
        int before = fixtures.seen();

        assertThat(rules.put(slip)).isEqualTo(new PutOutcome.Refused(problem));

        assertThat(fixtures.seen()).isEqualTo(before);
    }

    @Test
    void whatIsNeverAGiftIsNeverPaidWithPoints() {
        PointsRule before = rules.inForce().orElseThrow();
        Set<RegulatoryCategory> most = EnumSet.copyOf(GiftTerms.FIRST.never());
        most.remove(RegulatoryCategory.CONTROLLED_COMPOUND);

        assertThat(rules.put(redeeming(true, before.version(), most)))
                .isEqualTo(new PutOutcome.Refused("points-rule.never-redeem"));
        assertThat(rules.inForce()).contains(before);

        assertThat(rules.put(redeeming(false, before.version(), Set.of())))
                .as("nothing is paid with points")
                .isInstanceOf(PutOutcome.Put.class);
    }

    private static PutRule redeeming(boolean redeems, int seen, Set<RegulatoryCategory> never) {
        return new PutRule(
                seen,
                BigDecimal.ONE,
                Set.of(),
                12,
                redeems,
                100,
                Money.of("1.00"),
                50,
                never,
                "test",
                Actor.staff("mei", "梅市场"));
    }

    @Test
    void aCompanyThatBecomesACustomerGetsItsPointsOnceAndIsTold() {
        Points.Figures before = points.figures(clock.instant().minusSeconds(60));
        fixtures.welcoming(500);

        CustomerId newcomer = customers.anActiveCustomer().id();
        inTransaction.executeWithoutResult(
                any -> events.publishEvent(new CustomerActivated(newcomer, "another")));

        assertThat(points.balance(newcomer))
                .isEqualTo(new Balance(500, 0, new Ending(500, LAST_DAY)));
        assertThat(points.entries(newcomer, PageRequest.first(5)).items())
                .extracting(Points.EntryView::kind)
                .containsExactly(PointsMove.WELCOME);
        assertThat(notices("points-welcome", newcomer)).isEqualTo(1);
        assertThat(points.figures(clock.instant().minusSeconds(60)).welcomed())
                .isEqualTo(before.welcomed() + 500);
        assertThat(points.balance(company)).as("was one before").isEqualTo(Balance.NOTHING);
    }

    @Test
    void pointsOfAWelcomeAreSpentLikeAny() {
        fixtures.welcoming(500);
        CustomerId newcomer = customers.anActiveCustomer().id();

        assertThat(points.exchange(newcomer, "CK000001", 300, "once", BUYER))
                .isEqualTo(new Points.HoldOutcome.Held());

        assertThat(points.balance(newcomer).available()).isEqualTo(200);
    }

    @Test
    void pointsEndWithTheTwelfthMonthAfterAndTheCompanyIsToldOnce() {
        fixtures.earned(company, 300);
        fixtures.earned(company, 200);
        assertThat(points.balance(company).ending()).isEqualTo(new Ending(500, LAST_DAY));

        clock.advance(Duration.ofDays(365));
        fixtures.earned(company, 70);
        points.remind(14);
        points.remind(14);
        assertThat(notices()).isEqualTo(1);
        while (points.expire(50) > 0) {
            assertThat(points.balance(company).available()).as("not before").isEqualTo(570);
        }

        clock.advance(Duration.ofDays(7));
        while (points.expire(50) > 0) {
            assertThat(points.unproven()).isEmpty();
        }
        assertThat(points.balance(company).available()).isEqualTo(70);
    }

    @Test
    void accountsAreListedByNameAndFiguresCountThem() {
        Points.Figures before = points.figures(clock.instant());
        fixtures.earned(company, 300);
        points.hold(company, "SO-" + company, 100, fixtures.seen(), BUYER);
        points.use("SO-" + company, BUYER);

        Points.Figures after = points.figures(clock.instant());
        assertThat(after.earned() - before.earned()).isEqualTo(300);
        assertThat(after.used() - before.used()).isEqualTo(100);
        assertThat(after.outstanding() - before.outstanding()).isEqualTo(200);
        assertThat(points.page("康民", PageRequest.first(200)).items())
                .contains(new AccountRow(company, "康民大药房", 200, 0));
        assertThat(points.page("%", PageRequest.first(200)).items()).isEmpty();
    }

    @Test
    void entriesAreNeverChangedAndAChangedSumIsFound() {
        fixtures.earned(company, 300);

        assertThatThrownBy(() -> jdbc.sql("DELETE FROM points_entry").update())
                .isInstanceOf(DataAccessException.class);
        change("+ 1");
        try {
            assertThat(points.unproven()).containsExactly(company);
        } finally {
            change("- 1");
        }
    }

    private void change(String how) {
        jdbc.sql("UPDATE points_account SET available = available " + how + " WHERE company_id = ?")
                .param(company.value())
                .update();
    }

    private long notices() {
        return notices("points-ending", company);
    }

    private long notices(String template, CustomerId to) {
        return jdbc.sql("SELECT count(*) FROM notice WHERE template = ? AND audience = ?")
                .param(template)
                .param("company:" + to)
                .query(Long.class)
                .single();
    }

    private static PutRule welcoming(long points) {
        return new PutRule(
                0,
                BigDecimal.ONE,
                Set.of(),
                12,
                true,
                100,
                Money.of("1.00"),
                50,
                GiftTerms.FIRST.never(),
                points,
                "test",
                Actor.staff("mei", "梅市场"));
    }

    private static PutRule aRule(
            int seen, String perYuan, int months, int step, String worth, int percent) {
        return new PutRule(
                seen,
                new BigDecimal(perYuan),
                Set.of(RegulatoryCategory.CONTROLLED_COMPOUND),
                months,
                true,
                step,
                Money.of(worth),
                percent,
                GiftTerms.FIRST.never(),
                "test",
                Actor.staff("mei", "梅市场"));
    }
}
