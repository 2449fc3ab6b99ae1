package io.mallhub.order;

import static io.mallhub.fixture.PromotionFixtures.COMPLIANCE;
import static io.mallhub.fixture.PromotionFixtures.MARKETING;
import static io.mallhub.fixture.PromotionFixtures.offBenefit;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.catalog.Products;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.Carts.CartView;
import io.mallhub.order.Deals.Given;
import io.mallhub.order.Deals.PreviewOutcome;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.GiftPolicies;
import io.mallhub.promotion.GiftPolicies.Exempted;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.PutOutcome;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Promotions.RuleView;
import io.mallhub.promotion.Promotions.StepOutcome;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleState;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.Step;
import io.mallhub.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A live rule takes 10.00 off 100.00 of boxes at 10.00; its next version waits as a draft. */
class RuleDraftsTest extends OrderTest {
    private static final StepOutcome DONE = new StepOutcome.Done();

    @Autowired Promotions promotions;
    @Autowired PromotionFixtures rules;
    @Autowired GiftPolicies policies;
    @Autowired Budgets budgets;
    @Autowired Carts carts;
    @Autowired Deals deals;
    @Autowired Customers companies;
    @Autowired Products products;
    @Autowired JdbcClient jdbc;

    private ProductId boxes;
    private Rule live;

    @BeforeEach
    void aLiveRule() {
        boxes = trade.anOtcProduct("10.00", 1000);
        live = rules.off("100.00", "10.00", boxes);
    }

    @AfterEach
    void testIsOver() {
        promotions.stop(live.code(), "test is over", MARKETING);
    }

    @Test
    void untilItIsPublishedADraftIsInNoCartLabelOrderOrMark() {
        long mark = mark();
        long revision = promotions.live().revision();

        Rule first = rules.next(live, offBenefit("100.00", "20.00", boxes));
        Rule second = rules.next(first, offBenefit("100.00", "30.00", boxes));

        assertThat(second.version()).isEqualTo(3);
        assertThat(promotions.exempt(live.code(), 3, "招标约定", COMPLIANCE)).isEqualTo(DONE);
        assertThat(mark()).as("nobody reads rules anew for a draft").isEqualTo(mark);
        assertThat(promotions.live().revision()).isEqualTo(revision);
        assertThat(promotions.find(live.code()).orElseThrow().rule()).isEqualTo(live);
        assertThat(cart().total()).isEqualTo(Money.of("90.00"));
        assertThat(labels()).containsExactly(live);
        OrderView before = order(ordered());
        assertThat(before.total()).isEqualTo(Money.of("90.00"));
        assertThat(before.benefits().getFirst().version()).isEqualTo(1);

        assertThat(publish(second)).isEqualTo(DONE);

        assertThat(mark()).isNotEqualTo(mark);
        assertThat(cart().total()).isEqualTo(Money.of("70.00"));
        assertThat(labels()).containsExactly(second);
        OrderView after = order(ordered());
        assertThat(after.total()).isEqualTo(Money.of("70.00"));
        assertThat(after.benefits().getFirst().version()).isEqualTo(3);
        assertThat(order(before.number()).total()).isEqualTo(Money.of("90.00"));
        assertThat(promotions.draft(live.code())).isEmpty();
        assertThat(promotions.history(live.code()))
                .extracting(it -> it.rule().version(), it -> it.since() != null)
                .containsExactly(tuple(3, true), tuple(2, false), tuple(1, true));
        assertThat(publish(second)).as("once more").isEqualTo(DONE);
        assertThat(publish(first)).isEqualTo(changedMeanwhile());
    }

    @Test
    void aRuleThatWasNeverPublishedHasNoVersionThatWasInForce() {
        String code =
                put(
                        new PutRule(
                                null,
                                0,
                                "新规则",
                                Conditions.NONE,
                                offBenefit("100.00", "20.00", boxes),
                                Stacking.combinable(10),
                                "test",
                                MARKETING));
        assertThat(
                        put(
                                new PutRule(
                                        code,
                                        1,
                                        "新规则",
                                        Conditions.NONE,
                                        offBenefit("100.00", "30.00", boxes),
                                        Stacking.combinable(10),
                                        "test",
                                        MARKETING)))
                .isEqualTo(code);
        assertThat(promotions.history(code)).extracting(RuleView::since).containsOnlyNulls();

        assertThat(promotions.publish(code, 2, "test", MARKETING)).isEqualTo(DONE);
        Instant since = promotions.find(code).orElseThrow().since();
        assertThat(promotions.pause(code, "test", MARKETING)).isEqualTo(DONE);
        assertThat(promotions.publish(code, 2, "test", MARKETING)).isEqualTo(DONE);

        assertThat(promotions.history(code))
                .extracting(it -> it.rule().version(), RuleView::since)
                .containsExactly(tuple(2, since), tuple(1, null));
        promotions.stop(code, "test is over", MARKETING);
    }

    private String put(PutRule rule) {
        return ((PutOutcome.Put) promotions.put(rule)).rule().code();
    }

    @Test
    void ofEditorsWhoSaveAtOnceOneIsFirstAndTheOthersAreTold() throws Exception {
        List<PutOutcome> outcomes = AtOnce.run(6, number -> promotions.put(typed(1, number)));

        assertThat(outcomes).filteredOn(PutOutcome.Put.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(PutOutcome.Refused.class::isInstance)
                .containsOnly(
                        new PutOutcome.Refused("promotion-rule.changed-meanwhile", live.code()));
        assertThat(promotions.history(live.code())).hasSize(2);
        assertThat(promotions.put(typed(2, 9)))
                .as("who has seen the draft goes on with it")
                .isInstanceOf(PutOutcome.Put.class);
        assertThat(promotions.drafts(PageRequest.first(200)).items())
                .filteredOn(it -> it.rule().code().equals(live.code()))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.rule().version()).isEqualTo(3);
                            assertThat(it.isWaiting()).isTrue();
                            assertThat(it.state()).isEqualTo(RuleState.LIVE);
                        });
    }

    @Test
    void theDatabaseKnowsOneDraftOfARuleWhichFollowsTheVersionInForce() {
        rules.next(live, offBenefit("100.00", "20.00", boxes));

        assertRefused("UPDATE promotion_rule SET draft = version WHERE code = ?", "check");
        assertRefused("UPDATE promotion_rule SET draft = 9 WHERE code = ?", "foreign key");
        assertRefused("UPDATE promotion_rule SET state = 'DRAFT' WHERE code = ?", "check");
        assertRefused(
                "UPDATE promotion_rule_version SET since = NULL WHERE code = ?", "never changed");
        assertRefused("UPDATE promotion_rule_version SET name = 'x' WHERE code = ?", "never");
        assertRefused("DELETE FROM promotion_rule_version WHERE code = ?", "never");
    }

    private void assertRefused(String sql, String why) {
        assertThatThrownBy(() -> jdbc.sql(sql).param(live.code()).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aDraftThatIsThrownAwayStaysInTheHistoryAndItsNumberIsNotGivenAgain() {
        Rule draft = rules.next(live, offBenefit("100.00", "20.00", boxes));
        long mark = mark();

        assertThat(promotions.discard(live.code(), 1, "no", MARKETING))
                .as("what is in force is no draft")
                .isEqualTo(changedMeanwhile());
        assertThat(discard(draft)).isEqualTo(DONE);
        assertThat(discard(draft)).as("once more").isEqualTo(DONE);

        assertThat(mark()).isEqualTo(mark);
        assertThat(promotions.draft(live.code())).isEmpty();
        assertThat(publish(draft)).isEqualTo(changedMeanwhile());
        assertThat(promotions.steps(live.code()))
                .extracting(Step::what, Step::version)
                .containsExactly(tuple("DISCARDED", 2), tuple("PUBLISHED", 1));
        assertThat(promotions.history(live.code())).hasSize(2);
        assertThat(rules.next(live, offBenefit("100.00", "5.00", boxes)).version()).isEqualTo(3);
    }

    @Test
    void rulesWithADraftAreFoundAndAnEndedOneHasNone() {
        Rule draft = rules.next(live, offBenefit("100.00", "20.00", boxes));
        assertThat(drafted()).extracting(RuleView::rule).contains(live);

        promotions.stop(live.code(), "over", MARKETING);

        assertThat(drafted()).extracting(it -> it.rule().code()).doesNotContain(live.code());
        assertThat(promotions.draft(live.code())).isEmpty();
        assertThat(publish(draft))
                .isEqualTo(new StepOutcome.Refused("promotion-rule.stopped", live.code()));
    }

    private List<RuleView> drafted() {
        return promotions.page(null, null, true, PageRequest.first(200)).items();
    }

    @Test
    void aPausedRuleGoesOnWithItsOldVersionOrItsDraft() {
        Rule draft = rules.next(live, offBenefit("100.00", "20.00", boxes));
        promotions.pause(live.code(), "pause", MARKETING);
        assertThat(cart().total()).isEqualTo(Money.of("100.00"));

        assertThat(publish(live)).isEqualTo(DONE);
        assertThat(cart().total()).isEqualTo(Money.of("90.00"));
        assertThat(promotions.draft(live.code())).isPresent();

        promotions.pause(live.code(), "pause", MARKETING);
        assertThat(publish(draft)).isEqualTo(DONE);
        assertThat(cart().total()).isEqualTo(Money.of("80.00"));
    }

    @Test
    void complianceIsAskedForTheDraftItselfAndWhatItAllowedBeforeStaysAllowed() {
        trade.categorised(boxes, RegulatoryCategory.PRESCRIPTION);
        String product = products.product(boxes).orElseThrow().code();
        Rule first = rules.draft(offBenefit("10.00", "9.50", boxes), Stacking.combinable(1));
        promotions.exempt(first.code(), 1, "临期处置", COMPLIANCE);
        assertThat(publish(first)).isEqualTo(DONE);
        StepOutcome refused = new StepOutcome.Refused("promotion-rule.never-free", product);

        Rule second = rules.next(first, offBenefit("10.00", "9.60", boxes));
        assertThat(publish(second)).isEqualTo(refused);
        assertThat(promotions.exempt(first.code(), 2, "mine", MARKETING))
                .isEqualTo(new StepOutcome.Refused("promotion-rule.own-exemption", first.code()));
        assertThat(promotions.exempt(first.code(), 2, "再次", COMPLIANCE)).isEqualTo(DONE);
        assertThat(promotions.find(first.code()).orElseThrow().isExempt()).isTrue();
        assertThat(exempted(first, 1).holds()).isTrue();
        assertThat(exempted(first, 2).holds()).isTrue();
        clock.advance(Duration.ofMinutes(1));

        Rule third = rules.next(second, offBenefit("10.00", "9.70", boxes));
        assertThat(publish(third)).as("it says something else now").isEqualTo(refused);
        assertThat(exempted(first, 2).until()).isEqualTo(clock.instant());
        assertThat(exempted(first, 1).holds()).isTrue();
        promotions.exempt(first.code(), 3, "再次", COMPLIANCE);
        clock.advance(Duration.ofMinutes(1));
        assertThat(publish(third)).isEqualTo(DONE);

        assertThat(exempted(first, 1).until()).isEqualTo(clock.instant());
        assertThat(exempted(first, 3).holds()).isTrue();
        assertThat(promotions.book().gifts().exempt()).contains(first.code());
        Rule fourth = rules.next(third, offBenefit("10.00", "9.80", boxes));
        promotions.exempt(first.code(), 4, "再次", COMPLIANCE);
        discard(fourth);
        assertThat(exempted(first, 4).holds()).as("thrown away").isFalse();
        assertThat(exempted(first, 3).holds()).isTrue();
        promotions.stop(first.code(), "over", MARKETING);
    }

    private Exempted exempted(Rule rule, int version) {
        return policies.exempted(PageRequest.first(50)).items().stream()
                .filter(it -> it.code().equals(rule.code()) && it.version() == version)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatARuleGaveCountsOnUnderItsNextVersion() {
        Rule limited =
                rules.limited(
                        new Limits(Money.of("25.00"), 0, 0), offBenefit("50.00", "9.00", boxes));
        promotions.stop(live.code(), "this one alone", MARKETING);
        assertThat(order(ordered()).discount()).isEqualTo(Money.of("9.00"));
        assertThat(order(ordered()).discount()).isEqualTo(Money.of("9.00"));

        Rule less =
                rules.next(
                        limited,
                        Conditions.NONE.within(new Limits(Money.of("17.00"), 0, 0)),
                        offBenefit("50.00", "9.00", boxes));
        assertThat(publish(less)).isEqualTo(DONE);
        assertThat(order(ordered()).discount()).isEqualTo(Money.ZERO);
        Rule more =
                rules.next(
                        less,
                        Conditions.NONE.within(new Limits(Money.of("27.00"), 0, 0)),
                        offBenefit("50.00", "9.00", boxes));
        assertThat(order(ordered()).discount()).isEqualTo(Money.ZERO);
        assertThat(publish(more)).isEqualTo(DONE);
        assertThat(order(ordered()).discount()).isEqualTo(Money.of("9.00"));
        assertThat(order(ordered()).discount()).isEqualTo(Money.ZERO);

        assertThat(budgets.used(limited.code()))
                .contains(new Budgets.Used(Money.of("27.00"), 3, 1));
        promotions.stop(limited.code(), "over", MARKETING);
    }

    @Test
    void draftsAreRehearsedInThePlaceOfTheirLiveVersionsTogetherWithNewOnes() {
        clock.advance(Duration.ofDays(200));
        LocalDate day = MallTime.today(clock);
        ordered();
        Rule next = rules.next(live, offBenefit("100.00", "30.00", boxes));
        Rule fresh = rules.draft(offBenefit("10.00", "1.00", boxes), Stacking.combinable(90));

        Rehearsal one = deals.rehearse(List.of(next), day, day);
        Rehearsal both = deals.rehearse(List.of(next, fresh), day, day);

        assertThat(one.now()).isEqualTo(new Given(Money.of("10.00"), Money.ZERO));
        assertThat(one.then()).isEqualTo(new Given(Money.of("30.00"), Money.ZERO));
        assertThat(both.then()).isEqualTo(new Given(Money.of("31.00"), Money.ZERO));
        assertThat(one.customers()).hasSize(1);
        assertThat(promotions.drafts(PageRequest.first(200)).items())
                .extracting(RuleView::rule)
                .contains(fresh, next)
                .doesNotContain(live);
        promotions.stop(fresh.code(), "over", MARKETING);
    }

    @Test
    void aDraftIsTriedInThePlaceOfTheLiveVersionAndSaysWhy() {
        Rule next = rules.next(live, offBenefit("200.00", "30.00", boxes));

        PreviewOutcome.Shown now = preview(live);
        PreviewOutcome.Shown then = preview(next);

        assertThat(now.total()).isEqualTo(Money.of("90.00"));
        assertThat(then.total()).isEqualTo(Money.of("100.00"));
        assertThat(then.explanations())
                .filteredOn(it -> it.rule().equals(live.code()))
                .extracting(Explanation::version, Explanation::why)
                .containsExactly(tuple(2, "promotion.below-amount"));
    }

    private PreviewOutcome.Shown preview(Rule rule) {
        return (PreviewOutcome.Shown)
                deals.preview(
                        rule,
                        new Deals.Example(
                                customer,
                                PaymentMethod.CREDIT,
                                Channel.WEB,
                                clock.instant(),
                                List.of(line(boxes, 10))));
    }

    private PutRule typed(int seen, int amount) {
        return new PutRule(
                live.code(),
                seen,
                "下一版",
                Conditions.NONE,
                offBenefit("100.00", (amount + 1) + ".00", boxes),
                Stacking.combinable(10),
                "test",
                MARKETING);
    }

    private StepOutcome publish(Rule rule) {
        return promotions.publish(rule.code(), rule.version(), "go", MARKETING);
    }

    private StepOutcome discard(Rule rule) {
        return promotions.discard(rule.code(), rule.version(), "no", MARKETING);
    }

    private StepOutcome changedMeanwhile() {
        return new StepOutcome.Refused("promotion-rule.changed-meanwhile", live.code());
    }

    private long mark() {
        return jdbc.sql("SELECT revision FROM rule_revision WHERE kind = 'PROMOTIONS'")
                .query(Long.class)
                .single();
    }

    private String ordered() {
        return trade.submitted(anOrderOf(customer, line(boxes, 10)));
    }

    private CartView cart() {
        UserId user = new UserId(UUID.randomUUID());
        carts.put(user, customer, boxes, Quantity.of(10));
        return carts.cart(user, customer);
    }

    private List<Rule> labels() {
        return deals.offered(
                        companies.customer(customer).orElseThrow(),
                        List.copyOf(products.products(List.of(boxes)).values()))
                .getOrDefault(boxes, List.of());
    }
}
