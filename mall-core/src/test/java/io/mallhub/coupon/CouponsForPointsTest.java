package io.mallhub.coupon;

import static io.mallhub.fixture.CouponFixtures.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.coupon.CouponKinds.PutKind;
import io.mallhub.coupon.CouponKinds.PutOutcome;
import io.mallhub.coupon.Coupons.ClaimOutcome;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.points.Points;
import io.mallhub.points.PointsMove;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A coupon of the centre costs 300 points. */
@MallTest
class CouponsForPointsTest {
    private static final Actor BUYER = Actor.buyer("han", "Han");

    @Autowired Coupons coupons;
    @Autowired CouponKinds kinds;
    @Autowired Points points;
    @Autowired CouponFixtures fixtures;
    @Autowired PointsFixtures rules;
    @Autowired CustomerFixtures customers;

    private CustomerId company;
    private String kind;

    @BeforeEach
    void aCompanyWithPoints() {
        company = customers.anActiveCustomer().id();
        rules.on();
        rules.earned(company, 1000);
        kind = fixtures.put(aKind(CouponWay.CENTRE, 300)).code();
    }

    @AfterEach
    void noPointIsLost() {
        rules.off();
        assertThat(points.unproven()).isEmpty();
    }

    @Test
    void whoTakesItPaysOnceForOneClick() {
        ClaimOutcome first = coupons.claim(company, kind, 300, "click", BUYER);

        assertThat(coupons.claim(company, kind, 300, "click", BUYER)).isEqualTo(first);
        assertThat(first).isInstanceOf(ClaimOutcome.Claimed.class);
        assertThat(points.balance(company).available()).isEqualTo(700);
        assertThat(points.entries(company, PageRequest.first(1)).items().getFirst())
                .satisfies(
                        it -> {
                            assertThat(it.kind()).isEqualTo(PointsMove.EXCHANGE);
                            assertThat(it.document()).isEqualTo(kind);
                            assertThat(it.available()).isEqualTo(-300);
                        });
    }

    @Test
    void manyClicksAtOnceGetAsManyAsThePointsAreEnoughForAndNoPointMore() throws Exception {
        List<ClaimOutcome> answers =
                AtOnce.run(50, click -> coupons.claim(company, kind, 300, "click" + click, BUYER));

        assertThat(answers).filteredOn(ClaimOutcome.Claimed.class::isInstance).hasSize(3);
        assertThat(answers)
                .filteredOn(ClaimOutcome.Refused.class::isInstance)
                .containsOnly(new ClaimOutcome.Refused("coupon.too-few-points", "100"));
        assertThat(points.balance(company).available()).isEqualTo(100);
        assertThat(kinds.find(kind).orElseThrow().issued()).isEqualTo(3);
    }

    @Test
    void aCompanyWithoutPointsIsToldSoAndOnlyTheCentreAsksForThem() {
        CustomerId poor = customers.anActiveCustomer().id();

        assertThat(coupons.claim(poor, kind, 300, "click", BUYER))
                .isEqualTo(new ClaimOutcome.Refused("coupon.too-few-points", "0"));
        assertThat(kinds.put(aKind(CouponWay.PUSH, 300)))
                .isEqualTo(new PutOutcome.Refused("coupon-kind.points", ""));
    }

    @Test
    void whoWasToldAnotherPriceIsAskedAgainAndPaysNothing() {
        assertThat(coupons.claim(company, kind, "click", BUYER))
                .isEqualTo(new ClaimOutcome.Refused("coupon.price-changed", "300"));
        assertThat(points.balance(company).available()).isEqualTo(1000);
    }

    private static PutKind aKind(CouponWay way, long points) {
        return new PutKind(
                null,
                0,
                "积分兑换券",
                way,
                "",
                new CouponDiscount.AmountOff(Money.of("100"), Money.of("10")),
                new Goods.All(),
                Set.of(),
                new CouponValidity.Days(30),
                null,
                100,
                points,
                false,
                "test",
                MARKETING);
    }
}
