package io.mallhub.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.promotion.Promotions.Live;
import io.mallhub.promotion.Promotions.PutOutcome;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Promotions.StopOutcome;
import io.mallhub.promotion.Promotions.Version;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class PromotionsTest {
    private static final Actor MARKETING = Actor.staff("mei", "梅市场");
    private static final Benefit TEN_OFF =
            new Benefit.AmountOff(
                    new Goods.All(),
                    Measure.AMOUNT,
                    List.of(Tier.from("100", Money.of("10"))),
                    false,
                    null);

    @Autowired Promotions promotions;
    @Autowired AuditLog audit;
    @Autowired JdbcClient jdbc;

    @Test
    void everyKindOfRuleComesBackAsItWasPut() {
        Conditions conditions =
                new Conditions(
                        MutableClock.START,
                        MutableClock.START.plusSeconds(3600),
                        List.of(
                                new WeeklySlot(
                                        DayOfWeek.MONDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT)),
                        Set.of("GOLD"),
                        Set.of("chain-partners"),
                        Set.of("310000"),
                        Set.of("PREPAID"),
                        Set.of(Channel.WEB, Channel.API),
                        new Limits(Money.of("5000.00"), 100, 2));
        List<Benefit> benefits =
                List.of(
                        TEN_OFF,
                        new Benefit.UnitOff(
                                new Goods.Products(Set.of(Baskets.product(1))),
                                List.of(Tier.from("10", UnitPrice.of("0.55"))),
                                Money.of("99.90")),
                        new Benefit.PercentOff(
                                new Goods.Categories(Set.of("OTC_B")),
                                Measure.QUANTITY,
                                List.of(
                                        Tier.from("5", new BigDecimal("2.5")),
                                        Tier.from("50", new BigDecimal("5"))),
                                null),
                        new Benefit.GiftGoods(
                                new Goods.Tags(Set.of("winter")),
                                Measure.AMOUNT,
                                List.of(
                                        Tier.from(
                                                "500",
                                                new Benefit.Present(Baskets.CUPS, Quantity.of(2)))),
                                true,
                                Quantity.of(6)),
                        new Benefit.SameGift(
                                new Goods.All(),
                                Measure.QUANTITY,
                                List.of(Tier.from("10", Quantity.of(1))),
                                true,
                                null));
        for (Benefit benefit : benefits) {
            for (Stacking stacking :
                    List.of(
                            Stacking.exclusive(1),
                            Stacking.combinable(2),
                            Stacking.oneOf("autumn", 3))) {
                Rule rule = put(null, 0, conditions, benefit, stacking);

                assertThat(rule.conditions()).isEqualTo(conditions);
                assertThat(rule.benefit()).isEqualTo(benefit);
                assertThat(rule.stacking()).isEqualTo(stacking);
                promotions.stop(rule.code(), "end of test", MARKETING);
            }
        }
    }

    @Test
    void aChangeIsANewVersionAndOldOnesStayForOrdersMadeWithThem() {
        Rule first = put(null, 0, Conditions.NONE, TEN_OFF, Stacking.combinable(1));
        Rule second = put(first.code(), 1, Conditions.NONE, TEN_OFF, Stacking.exclusive(1));

        assertThat(second.version()).isEqualTo(2);
        assertThat(promotions.find(first.code()).orElseThrow().rule()).isEqualTo(second);
        assertThat(promotions.history(first.code()))
                .extracting(Promotions.RuleView::rule)
                .containsExactly(second, first);
        assertThat(
                        promotions.versions(
                                List.of(new Version(first.code(), 1), new Version("PR?", 1))))
                .containsExactly(first);
        assertThat(promotions.put(command(first.code(), 1, "again")))
                .isEqualTo(
                        new PutOutcome.Refused("promotion-rule.changed-meanwhile", first.code()));
        assertThatThrownBy(() -> jdbc.sql("update promotion_rule_version set name = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        promotions.stop(first.code(), "end of test", MARKETING);
    }

    @Test
    void liveRulesAreReadAnewOnlyWhenOneHasChanged() {
        Rule rule = put(null, 0, Conditions.NONE, TEN_OFF, Stacking.combinable(1));

        Live before = promotions.live();
        assertThat(before.rules()).contains(rule);
        assertThat(promotions.live()).isSameAs(before);
        assertThat(promotions.stop(rule.code(), "enough", MARKETING))
                .isEqualTo(new StopOutcome.Stopped());
        assertThat(promotions.stop(rule.code(), "enough", MARKETING))
                .isEqualTo(new StopOutcome.Stopped());
        Live after = promotions.live();

        assertThat(after.rules()).doesNotContain(rule);
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(promotions.page(PageRequest.first(50)).items())
                .anySatisfy(
                        it -> {
                            assertThat(it.rule()).isEqualTo(rule);
                            assertThat(it.isStopped()).isTrue();
                            assertThat(it.stopReason()).isEqualTo("enough");
                        });
        assertThat(promotions.put(command(rule.code(), 1, "again")))
                .isEqualTo(new PutOutcome.Refused("promotion-rule.stopped", rule.code()));
        assertThat(
                        audit.page(
                                        new AuditQuery(null, "promotion-rule", rule.code(), null),
                                        PageRequest.first(9))
                                .items())
                .extracting(it -> it.entry().action())
                .containsExactly(
                        "stop-promotion-rule", "publish-promotion-rule", "put-promotion-rule");
    }

    @Test
    void rulesWithoutReasonOrFromThePastAreRefused() {
        assertThat(promotions.put(command(null, 0, " ")))
                .isEqualTo(new PutOutcome.Refused("promotion-rule.reason", ""));
        assertThat(promotions.put(command("PR?", 1, "test")))
                .isEqualTo(new PutOutcome.Refused("promotion-rule.unknown", "PR?"));
        assertThat(
                        promotions.put(
                                new PutRule(
                                        null,
                                        0,
                                        "年终",
                                        Conditions.NONE.during(null, MutableClock.START),
                                        TEN_OFF,
                                        Stacking.combinable(1),
                                        "test",
                                        MARKETING)))
                .isEqualTo(new PutOutcome.Refused("promotion-rule.over", ""));
        assertThat(promotions.stop("PR?", "test", MARKETING))
                .isEqualTo(new StopOutcome.Refused("promotion-rule.unknown"));
        assertThat(promotions.stop("PR?", "test", Actor.buyer("han", "")))
                .isEqualTo(new StopOutcome.Refused("promotion-rule.not-staff"));
    }

    private static PutRule command(@Nullable String code, int version, String reason) {
        return new PutRule(
                code,
                version,
                "年终",
                Conditions.NONE,
                TEN_OFF,
                Stacking.combinable(1),
                reason,
                MARKETING);
    }

    private Rule put(
            @Nullable String code,
            int version,
            Conditions conditions,
            Benefit benefit,
            Stacking stacking) {
        PutOutcome outcome =
                promotions.put(
                        new PutRule(
                                code,
                                version,
                                "年终",
                                conditions,
                                benefit,
                                stacking,
                                "test",
                                MARKETING));
        if (outcome instanceof PutOutcome.Put put) {
            promotions.publish(put.rule().code(), put.rule().version(), "test", MARKETING);
            return put.rule();
        }
        throw new AssertionError(outcome.toString());
    }
}
