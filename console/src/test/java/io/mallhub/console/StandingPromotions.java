package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.order.Carts;
import io.mallhub.order.DealRehearsals;
import io.mallhub.order.Deals;
import io.mallhub.order.Explanation;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Judgement;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.RuleView;
import io.mallhub.promotion.Promotions.StepOutcome;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleState;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.promotion.WeeklySlot;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Step;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A live rule with tiers whose third version waits as a draft, and a new rule that gives goods. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingPromotions {
    public static final String LIVE = "PR000007";
    public static final String DRAFT = "PR000009";

    /** A rehearsal of both. */
    public static final long OUTCOME = 17;

    private static final Instant NOW = StandingMall.NOW;
    private static final Rule OFF =
            new Rule(
                    LIVE,
                    2,
                    "冬季备货满减",
                    new Conditions(
                            Instant.parse("2026-11-20T16:00:00Z"),
                            Instant.parse("2026-12-31T16:00:00Z"),
                            List.of(
                                    new WeeklySlot(
                                            DayOfWeek.MONDAY,
                                            LocalTime.of(20, 0),
                                            LocalTime.MIDNIGHT)),
                            Set.of("GOLD"),
                            Set.of(),
                            Set.of("310000", "440000"),
                            Set.of("PREPAID"),
                            Set.of(Channel.WEB, Channel.API),
                            new Limits(Money.of("20000.00"), 500, 2)),
                    new Benefit.AmountOff(
                            new Goods.Categories(Set.of("OTC_A", "OTC_B")),
                            Measure.AMOUNT,
                            List.of(
                                    Tier.from("1000", Money.of("50")),
                                    Tier.from("3000", Money.of("200"))),
                            false,
                            Money.of("500")),
                    Stacking.oneOf("winter", 100));
    private static final Rule NEXT =
            new Rule(
                    LIVE,
                    3,
                    "冬季备货满减",
                    OFF.conditions().within(new Limits(Money.of("10000.00"), 500, 2)),
                    new Benefit.AmountOff(
                            new Goods.Categories(Set.of("OTC_A", "OTC_B")),
                            Measure.AMOUNT,
                            List.of(Tier.from("800", Money.of("50"))),
                            false,
                            Money.of("500")),
                    OFF.stacking());
    private static final Rule GIFT =
            new Rule(
                    DRAFT,
                    1,
                    "阿莫西林买赠",
                    Conditions.NONE,
                    new Benefit.GiftGoods(
                            new Goods.Products(Set.of(StandingMall.PRODUCT)),
                            Measure.QUANTITY,
                            List.of(
                                    Tier.from(
                                            "100",
                                            new Benefit.Present(
                                                    StandingMall.PRODUCT, Quantity.of(5)))),
                            true,
                            Quantity.of(50)),
                    Stacking.exclusive(10));

    @Bean
    Budgets budgets() {
        Budgets budgets = mock();
        when(budgets.used(LIVE))
                .thenReturn(Optional.of(new Budgets.Used(Money.of("12350.00"), 87, 61)));
        return budgets;
    }

    @Bean
    Promotions promotions() {
        Promotions promotions = mock();
        RuleView live = view(OFF, RuleState.LIVE, "提高档位");
        RuleView next = view(NEXT, RuleState.LIVE, "降低门槛");
        RuleView draft = view(GIFT, RuleState.DRAFT, "清理近效期");
        when(promotions.find(anyString())).thenReturn(Optional.empty());
        when(promotions.find(LIVE)).thenReturn(Optional.of(live));
        when(promotions.find(DRAFT)).thenReturn(Optional.of(draft));
        when(promotions.draft(anyString())).thenReturn(Optional.empty());
        when(promotions.draft(LIVE)).thenReturn(Optional.of(next));
        when(promotions.version(any())).thenReturn(Optional.empty());
        when(promotions.version(new Promotions.Version(LIVE, 2))).thenReturn(Optional.of(live));
        when(promotions.page(any(), any(), anyBoolean(), any()))
                .thenReturn(new Page<>(List.of(draft, live), 0, 20, 2));
        when(promotions.drafts(any())).thenReturn(new Page<>(List.of(draft, next), 0, 20, 2));
        when(promotions.history(LIVE))
                .thenReturn(
                        List.of(
                                next,
                                live,
                                view(
                                        new Rule(
                                                LIVE,
                                                1,
                                                "冬季备货满减",
                                                Conditions.NONE,
                                                OFF.benefit(),
                                                OFF.stacking()),
                                        RuleState.LIVE,
                                        "第四季度活动")));
        when(promotions.history(DRAFT)).thenReturn(List.of(draft));
        when(promotions.steps(LIVE))
                .thenReturn(
                        List.of(
                                new Step(2, "PUBLISHED", "重新上线", "梅市场", NOW),
                                new Step(1, "PAUSED", "价格有误", "梅市场", NOW)));
        when(promotions.put(any())).thenReturn(new Promotions.PutOutcome.Put(OFF));
        when(promotions.publish(anyString(), anyInt(), anyString(), any()))
                .thenReturn(
                        new StepOutcome.Refused(
                                "promotion-rule.never-gift", StandingMall.PRODUCT_CODE));
        when(promotions.pause(anyString(), anyString(), any())).thenReturn(new StepOutcome.Done());
        when(promotions.discard(anyString(), anyInt(), anyString(), any()))
                .thenReturn(new StepOutcome.Done());
        when(promotions.exempt(anyString(), anyInt(), anyString(), any()))
                .thenReturn(new StepOutcome.Done());
        when(promotions.stop(anyString(), anyString(), any()))
                .thenReturn(new Promotions.StopOutcome.Stopped());
        return promotions;
    }

    @Bean
    Deals deals() {
        Deals deals = mock();
        when(deals.preview(any(), any()))
                .thenReturn(
                        new Deals.PreviewOutcome.Shown(
                                List.of(
                                        new Deals.PreviewLine(
                                                StandingMall.PRODUCT_CODE,
                                                "阿莫西林胶囊",
                                                Quantity.of(120),
                                                UnitPrice.of("12.50"),
                                                Money.of("50"),
                                                Money.of("1450"))),
                                List.of(
                                        new Carts.CartGift(
                                                StandingMall.PRODUCT,
                                                StandingMall.PRODUCT_CODE,
                                                "阿莫西林胶囊",
                                                "盒",
                                                Quantity.of(5),
                                                Money.ZERO,
                                                GIFT.name(),
                                                "promotion.never-gift")),
                                Money.of("50"),
                                Money.of("1450"),
                                List.of(
                                        new Explanation(
                                                LIVE,
                                                2,
                                                OFF.name(),
                                                Money.of("50"),
                                                Money.of("1.20"),
                                                10,
                                                new Judgement.Next(
                                                        Measure.AMOUNT, new BigDecimal("1500")),
                                                "",
                                                ""),
                                        new Explanation(
                                                DRAFT,
                                                1,
                                                GIFT.name(),
                                                Money.ZERO,
                                                Money.ZERO,
                                                0,
                                                null,
                                                "promotion.never-gift",
                                                ""))));
        return deals;
    }

    @Bean
    DealRehearsals dealRehearsals() {
        DealRehearsals rehearsals = mock();
        when(rehearsals.keep(any(), any(), any(), any())).thenReturn(OUTCOME);
        when(rehearsals.find(anyLong())).thenReturn(Optional.empty());
        when(rehearsals.find(OUTCOME))
                .thenReturn(
                        Optional.of(
                                new DealRehearsals.Kept(
                                        OUTCOME,
                                        List.of(
                                                new Promotions.Version(DRAFT, 1),
                                                new Promotions.Version(LIVE, 3)),
                                        LocalDate.of(2026, 11, 1),
                                        LocalDate.of(2026, 11, 20),
                                        "梅市场",
                                        NOW,
                                        new Deals.Rehearsal(
                                                1834,
                                                Money.of("1284031.50"),
                                                new Deals.Given(
                                                        Money.of("20600"), Money.of("3100.50")),
                                                new Deals.Given(
                                                        Money.of("20600"), Money.of("7100.50")),
                                                412,
                                                List.of(),
                                                List.of(
                                                        new Deals.Hit(
                                                                Deals.Policy.FLOOR_PRICE,
                                                                "",
                                                                "",
                                                                3,
                                                                3,
                                                                StandingMall.ORDER,
                                                                NOW),
                                                        new Deals.Hit(
                                                                Deals.Policy.LIMIT,
                                                                DRAFT,
                                                                GIFT.name(),
                                                                0,
                                                                17,
                                                                StandingMall.ORDER,
                                                                NOW)),
                                                false),
                                        1)));
        when(rehearsals.customers(eq(OUTCOME), any()))
                .thenReturn(
                        new Page<>(
                                List.of(
                                        new Deals.Affected(
                                                StandingMall.COMPANY,
                                                12,
                                                new Deals.Given(Money.of("350"), Money.ZERO),
                                                new Deals.Given(
                                                        Money.of("350"), Money.of("4000")))),
                                0,
                                20,
                                1));
        return rehearsals;
    }

    private static RuleView view(Rule rule, RuleState state, String reason) {
        int draft = rule.code().equals(LIVE) ? NEXT.version() : 0;
        Instant since = rule.version() == draft ? null : NOW;
        return new RuleView(rule, state, draft, since, null, reason, "梅市场", NOW, null, "", "");
    }
}
