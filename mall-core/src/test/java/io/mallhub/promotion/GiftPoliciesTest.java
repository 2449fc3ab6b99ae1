package io.mallhub.promotion;

import static io.mallhub.fixture.PolicyFixtures.HEAD;
import static io.mallhub.fixture.PolicyFixtures.QUALITY;
import static io.mallhub.fixture.PromotionFixtures.COMPLIANCE;
import static io.mallhub.fixture.PromotionFixtures.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.catalog.Products;
import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponKinds.PutKind;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponWay;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.FlashFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PointsFixtures;
import io.mallhub.fixture.PolicyFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.GiftPolicies.DecideOutcome;
import io.mallhub.promotion.GiftPolicies.Exempted;
import io.mallhub.promotion.GiftPolicies.PolicyState;
import io.mallhub.promotion.GiftPolicies.PolicyView;
import io.mallhub.promotion.GiftPolicies.Preview;
import io.mallhub.promotion.GiftPolicies.Proposal;
import io.mallhub.promotion.GiftPolicies.ProposeOutcome;
import io.mallhub.promotion.GivingRules.GivingKind;
import io.mallhub.promotion.GivingRules.Held;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Promotions.StepOutcome;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class GiftPoliciesTest {
    private static final Set<RegulatoryCategory> MORE =
            GiftTerms.FIRST.and(List.of(RegulatoryCategory.OTC_B)).never();

    @Autowired GiftPolicies policies;
    @Autowired Giveaways giveaways;
    @Autowired Promotions promotions;
    @Autowired PolicyFixtures fixtures;
    @Autowired PromotionFixtures rules;
    @Autowired PointsFixtures points;
    @Autowired FlashFixtures flash;
    @Autowired FlashSales sales;
    @Autowired PriceLists lists;
    @Autowired Prices prices;
    @Autowired CouponKinds kinds;
    @Autowired TradeFixtures trade;
    @Autowired Products products;
    @Autowired AuditLog audit;
    @Autowired FourEyesProof proof;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void asItWas() {
        fixtures.first();
    }

    // ---- who changes it

    @Test
    void aFreshMallBeginsWithWhatReleasesHeldSoFar() {
        assertThat(giveaways.terms(1)).isEqualTo(GiftTerms.FIRST);
        PageRequest last = PageRequest.first(200);
        assertThat(policies.history(last).items().getLast())
                .returns(true, PolicyView::isFirst)
                .returns(Actor.Kind.SYSTEM, it -> it.proposedBy().kind());
        assertThatThrownBy(() -> giveaways.terms(1_000_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSinglePriceUnderTheLeastIsToldAndNotHeldBack() {
        ProductId product = trade.aProduct("10.00", 10);
        trade.categorised(product, RegulatoryCategory.PRESCRIPTION);
        prices.setLevelPrice(
                new Prices.LevelPrice(
                        "LOW-" + product.value(),
                        product,
                        Quantity.of(1),
                        UnitPrice.of("1.50"),
                        null,
                        null),
                QUALITY);

        assertThat(policies.preview(GiftTerms.FIRST.never(), 20).low())
                .extracting(GivingRules.LowPrices::list)
                .contains("LEVEL");
        assertThat(policies.preview(GiftTerms.FIRST.never(), 20).held())
                .noneMatch(it -> it.detail().contains("1.50"));
    }

    @Test
    void theQualityHeadIsToldThatAChangeWaits() {
        String number = fixtures.proposed(MORE, 20);

        assertThat(
                        jdbc.sql("SELECT count(*) FROM notice WHERE notice_key = :key")
                                .param("key", "gift-policy-waiting/" + number)
                                .query(Long.class)
                                .single())
                .isOne();
    }

    @Test
    void whoProposesAChangeDoesNotAgreeToItAndTheAttemptIsRemembered() {
        int before = policies.inForce().terms().version();
        String number = fixtures.proposed(MORE, 20);
        Actor shouting = Actor.staff("QIN", "秦质量");

        assertThat(policies.agree(number, "fine", QUALITY))
                .isEqualTo(new DecideOutcome.Refused("gift-policy.proposer"));
        assertThat(policies.agree(number, "fine", shouting))
                .isEqualTo(new DecideOutcome.Refused("gift-policy.proposer"));
        assertThat(policies.agree(number, "fine", Actor.buyer("zhou", "周")))
                .isEqualTo(new DecideOutcome.Refused("gift-policy.not-staff"));
        assertThat(policies.inForce().terms().version()).isEqualTo(before);

        assertThat(policies.agree(number, " 监管要求 ", HEAD)).isEqualTo(new DecideOutcome.Done());
        assertThat(policies.agree(number, "again", HEAD)).isEqualTo(new DecideOutcome.Done());

        PolicyView now = policies.inForce();
        assertThat(now.terms()).isEqualTo(new GiftTerms(before + 1, MORE, 20));
        assertThat(now)
                .returns(number, PolicyView::number)
                .returns("秦质量", it -> it.proposedBy().name())
                .returns("周质量负责人", PolicyView::decidedBy)
                .returns("监管要求", PolicyView::decision);
        assertThat(giveaways.terms()).isEqualTo(now.terms());
        assertThat(promotions.book().gifts().terms()).isEqualTo(now.terms());
        assertThat(
                        audit.page(
                                        new AuditQuery(null, "gift-policy", number, null),
                                        PageRequest.first(10))
                                .items())
                .extracting(it -> it.entry().action())
                .containsExactly(
                        "agree-gift-policy",
                        "refuse-approval",
                        "refuse-approval",
                        "refuse-approval",
                        "propose-gift-policy");
        assertThat(proof.of(List.of(number)).parts())
                .extracting(FourEyesProof.Part::part)
                .containsExactlyInAnyOrder("propose", "agree");
        assertThat(proof.of(List.of(number)).breaches()).isEmpty();
    }

    @Test
    void theProofNamesWhoGotPastTheRule() {
        Rule first = rules.draft(anOff("9.5"), Stacking.combinable(1));
        String rule = first.code();
        assertThat(promotions.exempt(rule, 1, "招标约定", COMPLIANCE))
                .isEqualTo(new StepOutcome.Done());
        assertThat(proof.of(List.of(rule + "/1")).breaches()).isEmpty();
        rules.next(first, anOff("9.4"));

        jdbc.sql(
                        """
                        INSERT INTO promotion_rule_step (code, version, step, reason, by_id,
                            by_name, at)
                        SELECT code, 2, 'EXEMPTED', 'mine', by_id, by_name, now()
                        FROM promotion_rule_version WHERE code = ? AND version = 2
                        """)
                .param(rule)
                .update();

        try {
            assertThat(proof.of(List.of(rule + "/2")).breaches())
                    .extracting(FourEyesProof.Breach::decision, FourEyesProof.Breach::person)
                    .containsExactly(tuple("exempt", "mei"));
        } finally {
            jdbc.sql("ALTER TABLE promotion_rule_step DISABLE TRIGGER USER").update();
            jdbc.sql("DELETE FROM promotion_rule_step WHERE code = ? AND reason = 'mine'")
                    .param(rule)
                    .update();
            jdbc.sql("ALTER TABLE promotion_rule_step ENABLE TRIGGER USER").update();
        }
    }

    @Test
    void whatIsRefusedOrTakenBackNeverHoldsAndStaysInTheHistory() {
        GiftTerms before = policies.inForce().terms();
        String refused = fixtures.proposed(MORE, 20);
        assertThat(policies.withdraw(refused, HEAD))
                .isEqualTo(new DecideOutcome.Refused("gift-policy.not-proposer"));
        assertThat(policies.refuse(refused, " ", HEAD))
                .isEqualTo(new DecideOutcome.Refused("gift-policy.reason-missing"));
        assertThat(policies.refuse(refused, "too much", HEAD)).isEqualTo(new DecideOutcome.Done());
        assertThat(policies.agree(refused, "after all", HEAD))
                .isEqualTo(new DecideOutcome.Refused("gift-policy.decided-already"));
        String withdrawn = fixtures.proposed(MORE, 30);
        assertThat(policies.withdraw(withdrawn, QUALITY)).isEqualTo(new DecideOutcome.Done());
        assertThat(policies.withdraw(withdrawn, QUALITY)).isEqualTo(new DecideOutcome.Done());

        assertThat(policies.inForce().terms()).isEqualTo(before);
        assertThat(policies.history(PageRequest.first(2)).items())
                .extracting(PolicyView::number, PolicyView::state)
                .containsExactly(
                        tuple(withdrawn, PolicyState.WITHDRAWN),
                        tuple(refused, PolicyState.REFUSED));
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "UPDATE gift_policy SET state = 'WAITING' WHERE number = ?")
                                        .param(refused)
                                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM gift_policy").update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "gift-policy.locked, NARCOTIC, 10, reason, 0",
        "gift-policy.percent, OTC_A, 0, reason, 0",
        "gift-policy.percent, OTC_A, 101, reason, 0",
        "gift-policy.reason-missing, OTC_A, 10, ' ', 0",
        "gift-policy.changed-meanwhile, OTC_A, 10, reason, 1",
        "gift-policy.same, OTC_B, 10, reason, 0"
    })
    void aSlipIsRefused(
            String problem, RegulatoryCategory without, int percent, String reason, int behind) {
        fixtures.first();
        Set<RegulatoryCategory> never = EnumSet.copyOf(GiftTerms.FIRST.never());
        never.remove(without);

        assertThat(
                        policies.propose(
                                new Proposal(
                                        policies.inForce().terms().version() - behind,
                                        never,
                                        percent,
                                        reason,
                                        QUALITY)))
                .isEqualTo(new ProposeOutcome.Refused(problem, ""));
        assertThat(policies.waiting()).isEmpty();
    }

    @Test
    void ofManyWhoProposeAtOnceOneDoesAndTheOthersAreToldOfHim() throws Exception {
        int seen = policies.inForce().terms().version();

        List<ProposeOutcome> outcomes =
                AtOnce.run(
                        8,
                        number ->
                                policies.propose(
                                        new Proposal(seen, MORE, 20 + number, "test", QUALITY)));

        String waiting = policies.waiting().orElseThrow().number();
        assertThat(outcomes)
                .containsOnlyOnce(new ProposeOutcome.Proposed(waiting))
                .filteredOn(new ProposeOutcome.Refused("gift-policy.waiting", waiting)::equals)
                .hasSize(7);
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        int before = policies.inForce().terms().version();
        String number = fixtures.proposed(MORE, 20);

        List<DecideOutcome> outcomes =
                AtOnce.run(
                        8,
                        each -> {
                            Actor by = Actor.staff("head" + each, "负责人" + each);
                            return each % 2 == 0
                                    ? policies.agree(number, "test", by)
                                    : policies.refuse(number, "test", by);
                        });

        PolicyView decided = policies.history(PageRequest.first(1)).items().getFirst();
        assertThat(outcomes)
                .filteredOn(DecideOutcome.Done.class::isInstance)
                .as("those who wanted the same are told that it is so")
                .hasSize(4);
        assertThat(policies.inForce().terms().version())
                .isEqualTo(decided.state() == PolicyState.AGREED ? before + 1 : before);
        assertThat(
                        audit.page(
                                        new AuditQuery(null, "gift-policy", number, null),
                                        PageRequest.first(20))
                                .total())
                .as("proposed and decided, once each")
                .isEqualTo(2);
    }

    // ---- what it does to what is live

    @Test
    void thePreviewNamesWhatWouldBeHeldBackAndOnceInForceWhatWouldBeLetOutAgain() {
        ProductId food = trade.anOtcProduct("10.00", 1000);
        Rule off = rules.live(anOff("9.50", food), Stacking.combinable(1));
        Rule gift = rules.gift("10", food, trade.aProduct());
        Rule harmless = rules.live(anOff("1.00", food), Stacking.combinable(1));
        String coupon = aCouponFor(food);
        SaleView sale = flash.running(food, "0.50", 10, null);
        PriceList.Key list = published(food, "0.60");
        String paying = Integer.toString(points.on().version());

        try {
            Preview preview = policies.preview(MORE, 10);

            assertThat(preview.added()).containsExactly(RegulatoryCategory.OTC_B);
            assertThat(preview.removed()).isEmpty();
            assertThat(preview.held())
                    .extracting(Held::kind, Held::code, Held::why)
                    .contains(
                            tuple(GivingKind.PROMOTION, off.code(), "promotion-rule.never-free"),
                            tuple(GivingKind.PROMOTION, gift.code(), "promotion-rule.never-gift"),
                            tuple(GivingKind.COUPON, coupon, "coupon-kind.never-free"),
                            tuple(GivingKind.FLASH_SALE, sale.code(), "flash-sale.never-free"),
                            tuple(GivingKind.PRICE_LIST, list.toString(), "price-list.never-free"),
                            tuple(GivingKind.POINTS, paying, "points-rule.never-paid"));
            assertThat(preview.held()).extracting(Held::code).doesNotContain(harmless.code());
            assertThat(preview.free()).isEmpty();

            fixtures.forbidding(RegulatoryCategory.OTC_B);
            Preview back = policies.preview(GiftTerms.FIRST.never(), 10);

            assertThat(back.held()).isEmpty();
            assertThat(back.removed()).containsExactly(RegulatoryCategory.OTC_B);
            assertThat(back.free())
                    .extracting(Held::code)
                    .contains(
                            off.code(), gift.code(), coupon, sale.code(), list.toString(), paying);
            assertThat(policies.preview(MORE, 6).free())
                    .as("0.60 is enough then, 0.50 is not")
                    .extracting(Held::code)
                    .contains(list.toString())
                    .doesNotContain(sale.code());
        } finally {
            points.off();
            sales.end(sale.code(), "test over", FlashFixtures.MARKETING);
            lists.withdraw(list, "test over", MARKETING);
        }
    }

    @Test
    void goodsThatAreNeverGiftsAreNotSoldForNextToNothingByASaleOrAList() {
        ProductId drug = trade.aProduct();
        String code = products.product(drug).orElseThrow().code();
        SaleView sale =
                flash.draft(
                        drug,
                        "0.99",
                        10,
                        null,
                        FlashFixtures.once("2026-11-24T09:00", "2026-11-24T13:00"));
        PriceList.Key list = aDraft(drug, "0.01");

        assertThat(sales.publish(sale.code(), sale.version(), false, "go", MARKETING))
                .isEqualTo(
                        new FlashSales.StepOutcome.Refused(
                                "flash-sale.never-free", code + ": 0.99 < 1.00"));
        assertThat(publish(list))
                .isEqualTo(
                        new PriceLists.Outcome.Refused(
                                "price-list.never-free", code + ": 0.01 < 1.00"));

        fixtures.allowing(RegulatoryCategory.PRESCRIPTION);
        assertThat(sales.publish(sale.code(), sale.version(), false, "go", MARKETING))
                .isEqualTo(new FlashSales.StepOutcome.Done());
        assertThat(publish(list)).isInstanceOf(PriceLists.Outcome.Done.class);
        sales.end(sale.code(), "test over", MARKETING);
        lists.withdraw(list, "test over", MARKETING);
    }

    @Test
    void everythingThatComplianceEverAllowedStandsInOneList() {
        ProductId drug = trade.aProduct();
        Rule rule = rules.draft(anOff("9.50", drug), Stacking.combinable(1));
        assertThat(promotions.exempt(rule.code(), 1, "mine", MARKETING))
                .isEqualTo(new StepOutcome.Refused("promotion-rule.own-exemption", rule.code()));
        assertThat(promotions.exempt(rule.code(), 1, "招标约定", COMPLIANCE))
                .isEqualTo(new StepOutcome.Done());

        Exempted first = policies.exempted(PageRequest.first(1)).items().getFirst();
        assertThat(first)
                .isEqualTo(
                        new Exempted(
                                rule.code(),
                                1,
                                rule.name(),
                                "梅市场",
                                "test",
                                "何合规",
                                "招标约定",
                                clock.instant(),
                                null,
                                true));
        assertThat(
                        audit.page(
                                        new AuditQuery(
                                                null,
                                                "promotion-rule",
                                                rule.code(),
                                                "refuse-approval"),
                                        PageRequest.first(5))
                                .total())
                .isEqualTo(1);

        rules.put(
                new PutRule(
                        rule.code(),
                        1,
                        "next",
                        Conditions.NONE,
                        anOff("8.00", drug),
                        Stacking.combinable(1),
                        "milder",
                        MARKETING));

        Exempted after = policies.exempted(PageRequest.first(1)).items().getFirst();
        assertThat(after.holds()).as("the next version needs it anew").isFalse();
        assertThat(after.until()).isEqualTo(clock.instant());
    }

    private static Benefit anOff(String amount, ProductId... goods) {
        return goods.length == 0
                ? PromotionFixtures.offBenefit("10", amount, Baskets.CUPS)
                : PromotionFixtures.offBenefit("10", amount, goods);
    }

    private String aCouponFor(ProductId goods) {
        CouponKinds.PutOutcome outcome =
                kinds.put(
                        new PutKind(
                                null,
                                0,
                                "九五折扣券",
                                CouponWay.CENTRE,
                                "",
                                new CouponDiscount.PercentOff(
                                        Money.ZERO, new BigDecimal("95"), null),
                                new Goods.Products(Set.of(goods)),
                                Set.of(),
                                new CouponValidity.Days(10),
                                null,
                                1,
                                false,
                                "test",
                                MARKETING));
        return ((CouponKinds.PutOutcome.Put) outcome).kind().code();
    }

    private PriceList.Key published(ProductId product, String price) {
        PriceList.Key list = aDraft(product, price);
        assertThat(publish(list)).isInstanceOf(PriceLists.Outcome.Done.class);
        return list;
    }

    private PriceList.Key aDraft(ProductId product, String price) {
        PriceLists.Outcome opened =
                lists.open(
                        new PriceList.Terms(
                                "特价",
                                PriceList.Audience.EVERYONE,
                                MallTime.today(clock),
                                MallTime.today(clock)),
                        MARKETING);
        PriceList.Key list = ((PriceLists.Outcome.Done) opened).list().key();
        lists.putRows(
                list,
                List.of(
                        new PriceList.Row(product, Quantity.of(5), UnitPrice.of("9.00")),
                        new PriceList.Row(product, Quantity.of(50), UnitPrice.of(price))),
                true,
                MARKETING);
        return list;
    }

    private PriceLists.Outcome publish(PriceList.Key list) {
        int seen = lists.find(list).orElseThrow().edit();
        return lists.publish(list, seen, "测试", MARKETING);
    }
}
