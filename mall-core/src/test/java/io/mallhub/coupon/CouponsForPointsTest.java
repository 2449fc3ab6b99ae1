package io.mallhub.coupon;

import static io.mallhub.fixture.CouponFixtures.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.Products;
import io.mallhub.coupon.CouponKinds.PutKind;
import io.mallhub.coupon.CouponKinds.PutOutcome;
import io.mallhub.coupon.Coupons.ClaimOutcome;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.points.Points;
import io.mallhub.points.PointsMove;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
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
    @Autowired TradeFixtures trade;
    @Autowired Products products;

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
    void itIsNeverForGoodsThatPointsNeverPayFor() {
        ProductId medicine = trade.aProduct();
        ProductId food = trade.anOtcProduct("5.00", 10);

        assertThat(refusal(new Goods.All())).contains("PRESCRIPTION", "CONTROLLED_COMPOUND");
        assertThat(refusal(new Goods.Categories(Set.of("PRESCRIPTION", "OTC_B"))))
                .isEqualTo("PRESCRIPTION");
        assertThat(refusal(new Goods.Tags(Set.of("冬季")))).as("any goods, later").isEqualTo("冬季");
        assertThat(refusal(new Goods.Products(Set.of(medicine, food))))
                .isEqualTo(products.product(medicine).orElseThrow().code());
        assertThat(kinds.put(aKind(CouponWay.CENTRE, 300, new Goods.Products(Set.of(food)))))
                .isInstanceOf(PutOutcome.Put.class);

        rules.on(Set.of(RegulatoryCategory.OTC_B));
        assertThat(refusal(new Goods.Categories(Set.of("OTC_B"))))
                .as("what the rule in force says besides")
                .isEqualTo("OTC_B");
        assertThat(kinds.put(aKind(CouponWay.CENTRE, 0, new Goods.All())))
                .as("for nothing")
                .isInstanceOf(PutOutcome.Put.class);
    }

    @Test
    void itIsGivenNoMoreOnceItsGoodsBecomeGoodsThatPointsNeverPayFor() {
        ProductId food = trade.anOtcProduct("5.00", 10);
        String ofFood =
                fixtures.put(aKind(CouponWay.CENTRE, 300, new Goods.Products(Set.of(food)))).code();
        assertThat(coupons.claim(company, ofFood, 300, "click", BUYER))
                .isInstanceOf(ClaimOutcome.Claimed.class);

        trade.categorised(food, RegulatoryCategory.PRESCRIPTION);

        assertThat(coupons.claim(company, ofFood, 300, "another", BUYER))
                .isEqualTo(new ClaimOutcome.Refused("coupon.never-for-points", ""));
        assertThat(points.balance(company).available()).isEqualTo(700);
    }

    private String refusal(Goods goods) {
        return kinds.put(aKind(CouponWay.CENTRE, 300, goods)) instanceof PutOutcome.Refused refused
                        && refused.key().equals("coupon-kind.never-for-points")
                ? refused.detail()
                : "";
    }

    @Test
    void whoWasToldAnotherPriceIsAskedAgainAndPaysNothing() {
        assertThat(coupons.claim(company, kind, "click", BUYER))
                .isEqualTo(new ClaimOutcome.Refused("coupon.price-changed", "300"));
        assertThat(points.balance(company).available()).isEqualTo(1000);
    }

    private static PutKind aKind(CouponWay way, long points) {
        return aKind(way, points, new Goods.Categories(Set.of("OTC_B")));
    }

    private static PutKind aKind(CouponWay way, long points, Goods goods) {
        return new PutKind(
                null,
                0,
                "积分兑换券",
                way,
                "",
                new CouponDiscount.AmountOff(Money.of("100"), Money.of("10")),
                goods,
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
