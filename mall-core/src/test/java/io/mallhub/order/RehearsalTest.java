package io.mallhub.order;

import static io.mallhub.fixture.PromotionFixtures.COMPLIANCE;
import static io.mallhub.fixture.PromotionFixtures.MARKETING;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.Deals.Affected;
import io.mallhub.order.Deals.Given;
import io.mallhub.order.Deals.Hit;
import io.mallhub.order.Deals.Policy;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Promotions.StepOutcome;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders of boxes at 10.00, worked out again; cups at 2.50 are given. */
class RehearsalTest extends OrderTest {
    private static final AtomicInteger FORTNIGHTS = new AtomicInteger(30);

    @Autowired Deals deals;
    @Autowired Customers companies;
    @Autowired Promotions promotions;
    @Autowired PromotionFixtures rules;
    @Autowired Products products;
    @Autowired Prices prices;

    private ProductId boxes;
    private ProductId cups;
    private LocalDate day;

    @BeforeEach
    void aDayOfItsOwn() {
        clock.advance(Duration.ofDays(14L * FORTNIGHTS.getAndIncrement())); // tests share one mall
        day = MallTime.today(clock);
        boxes = trade.aProduct("10.00", 1000);
        cups = trade.aProduct("2.50", 100);
        trade.categorised(cups, RegulatoryCategory.OTC_B);
    }

    @Test
    void lastMonthsOrdersAreWorkedOutAgainWithTheDraft() {
        ordered(25);
        ordered(5);
        orders.cancel(ordered(30), "no", DESK);
        Rule off = draft(Conditions.NONE, off("200", "10"));

        Rehearsal rehearsal = rehearsed(off);

        assertThat(rehearsal)
                .isEqualTo(
                        new Rehearsal(
                                2,
                                Money.of("300.00"),
                                Given.NOTHING,
                                given("10.00", "0"),
                                1,
                                List.of(
                                        new Affected(
                                                customer, 1, Given.NOTHING, given("10.00", "0"))),
                                List.of(),
                                false));
        assertThat(rehearsal.revenue(rehearsal.then())).isEqualTo(Money.of("290.00"));
        assertThat(deals.rehearse(List.of(off), day.minusDays(9), day.minusDays(1)).orders())
                .isZero();
    }

    @Test
    void aRuleForTypesOfCustomersIsRehearsedOnTheOrdersOfThese() {
        ordered(10);
        CustomerType his = companies.customer(customer).orElseThrow().company().type();

        assertThat(rehearsed(draft(ofType(his), off("100", "10"))).affected()).isEqualTo(1);
        for (CustomerType other : EnumSet.complementOf(EnumSet.of(his))) {
            assertThat(rehearsed(draft(ofType(other), off("100", "10"))).affected()).isZero();
        }
    }

    @Test
    void aGiftThatComplianceAllowsIsGivenInTheRehearsalToo() {
        String first = ordered(25);
        ordered(10);
        trade.categorised(cups, RegulatoryCategory.PRESCRIPTION);
        Rule gift = draft(Conditions.NONE, PromotionFixtures.giftBenefit("10", cups, boxes));

        assertThat(rehearsed(gift).hits())
                .extracting(Hit::policy, Hit::rule, Hit::name, Hit::orders, Hit::example)
                .containsExactly(tuple(Policy.NEVER_GIFT, gift.code(), gift.name(), 2L, first));
        assertThat(rehearsed(gift).then()).isEqualTo(Given.NOTHING);

        assertThat(promotions.exempt(gift.code(), gift.version(), "招标约定", COMPLIANCE))
                .isInstanceOf(StepOutcome.Done.class);

        assertThat(rehearsed(gift).hits()).isEmpty();
        assertThat(rehearsed(gift).then()).isEqualTo(given("0", "7.50"));
    }

    @Test
    void aRuleGivesNoMoreThanItsBudgetAndSaysSinceWhen() {
        Rule draft = draft(within(new Limits(Money.of("25.00"), 0, 0)), off("100", "10"));
        ordered(10);
        ordered(10);
        clock.advance(Duration.ofMinutes(7));
        String third = ordered(10);
        var since = clock.instant();
        clock.advance(Duration.ofMinutes(7));
        ordered(10);

        Rehearsal rehearsal = rehearsed(draft);

        assertThat(rehearsal.then()).isEqualTo(given("20.00", "0"));
        assertThat(rehearsal.affected()).isEqualTo(2);
        assertThat(rehearsal.hits())
                .containsExactly(
                        new Hit(Policy.LIMIT, draft.code(), draft.name(), 0, 2, third, since));
    }

    @Test
    void giftsCountInABudgetAndASpentRuleLeavesItsGoodsToOthers() {
        ordered(10);
        ordered(10);
        Rule gift =
                draft(
                        within(new Limits(Money.of("3.00"), 0, 0)),
                        PromotionFixtures.giftBenefit("10", cups, boxes),
                        Stacking.exclusive(1));
        Rule off = draft(Conditions.NONE, off("100", "10"));

        assertThat(rehearsed(gift, off).then()).isEqualTo(given("10.00", "2.50"));
    }

    @Test
    void aRuleGivesToNoMoreOrdersThanItMayAndToACompanyNoMoreThanItsShare() {
        String first = ordered(10);
        String second = ordered(10);
        CustomerId other = customers.anActiveCustomer().id();
        trade.giveCredit(other, "1000.00");
        trade.submitted(anOrderOf(other, line(boxes, 10)));

        Rehearsal two = rehearsed(draft(within(new Limits(null, 1, 0)), off("100", "10")));
        Rehearsal each = rehearsed(draft(within(new Limits(null, 0, 1)), off("100", "10")));

        assertThat(two.then()).isEqualTo(given("10.00", "0"));
        assertThat(two.hits())
                .extracting(Hit::policy, Hit::orders, Hit::example)
                .containsExactly(tuple(Policy.LIMIT, 2L, second));
        assertThat(each.then()).isEqualTo(given("20.00", "0"));
        assertThat(each.hits())
                .extracting(Hit::policy, Hit::orders, Hit::example)
                .containsExactly(tuple(Policy.COMPANY_LIMIT, 1L, second));
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void goodsCountAsWhatTheyWereWhenTheyWereOrdered() {
        String tag = aTag();
        trade.categorised(boxes, RegulatoryCategory.OTC_B);
        products.tag(boxes, Set.of(tag), DESK);
        Rule asks = rules.live(tagged(tag, "1000"), Stacking.combinable(1));
        ordered(10);
        promotions.stop(asks.code(), "over", MARKETING);
        Rule byTag = draft(Conditions.NONE, tagged(tag, "100"));
        Rule byCategory = draft(Conditions.NONE, categorised(RegulatoryCategory.OTC_B));

        products.tag(boxes, Set.of("now"), DESK);
        trade.categorised(boxes, RegulatoryCategory.DEVICE_II);

        assertThat(rehearsed(byTag).then()).isEqualTo(given("10.00", "0"));
        assertThat(rehearsed(byCategory).then()).isEqualTo(given("10.00", "0"));
        assertThat(
                        rehearsed(draft(Conditions.NONE, categorised(RegulatoryCategory.DEVICE_II)))
                                .affected())
                .isZero();
    }

    @Test
    void goodsOrderedWhileNoRuleAskedForTagsCountByTheTagsOfToday() {
        ordered(10);
        String tag = aTag();
        products.tag(boxes, Set.of(tag), DESK);

        assertThat(rehearsed(draft(Conditions.NONE, tagged(tag, "100"))).then())
                .isEqualTo(given("10.00", "0"));
    }

    @Test
    void theNextVersionOfALiveRuleIsComparedWithTheLiveOneAndNotCountedTwice() {
        Rule live = rules.off("100", "10", boxes);
        ordered(10);
        ordered(5);
        Rule next =
                new Rule(
                        live.code(),
                        live.version() + 1,
                        live.name(),
                        live.conditions(),
                        off("100", "15"),
                        live.stacking());

        Rehearsal rehearsal = rehearsed(next);

        assertThat(rehearsal.goods()).isEqualTo(Money.of("150.00"));
        assertThat(rehearsal.now()).isEqualTo(given("10.00", "0"));
        assertThat(rehearsal.revenue(rehearsal.now())).isEqualTo(Money.of("140.00"));
        assertThat(rehearsal.then()).isEqualTo(given("15.00", "0"));
        assertThat(rehearsal.more()).isEqualTo(given("5.00", "0"));
        assertThat(rehearsal.affected()).isEqualTo(1);
    }

    @Test
    void draftsAreRehearsedBesideTheLiveRulesAndTogether() {
        Rule live = rules.off("100", "10", boxes);
        ordered(10);
        Rule one = draft(Conditions.NONE, off("50", "1"));
        Rule other = draft(Conditions.NONE, PromotionFixtures.giftBenefit("10", cups, boxes));

        assertThat(rehearsed(one).then()).isEqualTo(given("11.00", "0"));
        assertThat(rehearsed(one, other).then()).isEqualTo(given("11.00", "2.50"));
        assertThat(rehearsed(one, other).now()).isEqualTo(given("10.00", "0"));
        assertThat(rehearsed(live).more())
                .as("a live rule is compared with the others")
                .isEqualTo(given("10.00", "0"));
    }

    @Test
    void anExclusiveDraftThatTakesTheGoodsOfALiveRuleMayCostLess() {
        rules.off("100", "10", boxes);
        ordered(10);

        Rehearsal rehearsal =
                rehearsed(draft(Conditions.NONE, off("100", "4"), Stacking.exclusive(1)));

        assertThat(rehearsal.more()).isEqualTo(given("-6.00", "0"));
        assertThat(rehearsal.affected()).isEqualTo(1);
    }

    @Test
    void liveRulesThatHoldNowCountForAllDaysAndOthersForNone() {
        ordered(10);
        clock.advance(Duration.ofDays(10));
        published(
                Conditions.NONE.during(clock.instant(), clock.instant().plusSeconds(86_400)),
                off("100", "10"));
        published(
                Conditions.NONE.during(clock.instant().plusSeconds(86_400), null),
                off("100", "20"));

        assertThat(rehearsed(draft(Conditions.NONE, off("1000", "1"))).now())
                .isEqualTo(given("10.00", "0"));
    }

    @Test
    void affectedCustomersAreListedWithWhatTheyGetNowAndThen() {
        rules.off("200", "10", boxes);
        CustomerId big = customers.anActiveCustomer().id();
        trade.giveCredit(big, "1000.00");
        CustomerId small = customers.anActiveCustomer().id();
        trade.giveCredit(small, "1000.00");
        ordered(10);
        trade.submitted(anOrderOf(big, line(boxes, 20)));
        trade.submitted(anOrderOf(big, line(boxes, 10)));
        trade.submitted(anOrderOf(small, line(boxes, 1)));

        assertThat(rehearsed(draft(Conditions.NONE, off("100", "3"))).customers())
                .containsExactly(
                        new Affected(big, 2, given("10.00", "0"), given("16.00", "0")),
                        new Affected(customer, 1, Given.NOTHING, given("3.00", "0")));
    }

    @Test
    void ordersThatFallBelowTheFloorPriceAreCountedBesideThoseThatDoSoAnyway() {
        rules.off("200", "8", boxes);
        String small = ordered(10);
        ordered(20);
        prices.setFloor(boxes, UnitPrice.of("9.70"), DESK);

        Rehearsal rehearsal = rehearsed(draft(Conditions.NONE, off("100", "4")));

        assertThat(rehearsal.hits())
                .extracting(Hit::policy, Hit::now, Hit::orders, Hit::example)
                .containsExactly(tuple(Policy.FLOOR_PRICE, 1L, 2L, small));
    }

    private static String aTag() {
        return "t-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String ordered(long ofBoxes) {
        return trade.submitted(anOrderOf(customer, line(boxes, ofBoxes)));
    }

    private Rehearsal rehearsed(Rule... drafts) {
        return deals.rehearse(List.of(drafts), day, day);
    }

    private Benefit off(String from, String amount) {
        return PromotionFixtures.offBenefit(from, amount, boxes);
    }

    private static Benefit tagged(String tag, String from) {
        return tenOff(new Goods.Tags(Set.of(tag)), from);
    }

    private static Benefit categorised(RegulatoryCategory category) {
        return tenOff(new Goods.Categories(Set.of(category.name())), "100");
    }

    private static Benefit tenOff(Goods goods, String from) {
        return new Benefit.AmountOff(
                goods, Measure.AMOUNT, List.of(Tier.from(from, Money.of("10"))), false, null);
    }

    private Rule draft(Conditions conditions, Benefit benefit) {
        return draft(conditions, benefit, Stacking.combinable(50));
    }

    private Rule draft(Conditions conditions, Benefit benefit, Stacking stacking) {
        return rules.put(
                new PutRule(null, 0, "演练活动", conditions, benefit, stacking, "test", MARKETING));
    }

    private void published(Conditions conditions, Benefit benefit) {
        Rule rule = draft(conditions, benefit);
        promotions.publish(rule.code(), rule.version(), "test", MARKETING);
    }

    private static Conditions within(Limits limits) {
        return Conditions.NONE.within(limits);
    }

    private static Conditions ofType(CustomerType type) {
        return Conditions.NONE.ofGroups(Set.of(type.name()));
    }

    private static Given given(String discount, String gifts) {
        return new Given(Money.of(discount), Money.of(gifts));
    }
}
