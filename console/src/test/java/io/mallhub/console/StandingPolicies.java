package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.promotion.GiftPolicies;
import io.mallhub.promotion.GiftPolicies.DecideOutcome;
import io.mallhub.promotion.GiftPolicies.Exempted;
import io.mallhub.promotion.GiftPolicies.PolicyState;
import io.mallhub.promotion.GiftPolicies.PolicyView;
import io.mallhub.promotion.GiftPolicies.Preview;
import io.mallhub.promotion.GiftPolicies.ProposeOutcome;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Giveaways;
import io.mallhub.promotion.GivingRules.GivingKind;
import io.mallhub.promotion.GivingRules.Held;
import io.mallhub.promotion.GivingRules.LowPrices;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.RegulatoryCategory;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The policy a mall begins with, a change that waits, and two exemptions. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingPolicies {
    public static final String WAITING = "GP000002";
    private static final GiftTerms NEXT = next();

    private static GiftTerms next() {
        Set<RegulatoryCategory> never = EnumSet.copyOf(GiftTerms.FIRST.never());
        never.add(RegulatoryCategory.OTC_B);
        never.remove(RegulatoryCategory.OTC_A);
        return new GiftTerms(2, never, 20);
    }

    private static final PolicyView NOW =
            new PolicyView(
                    "GP000001",
                    PolicyState.AGREED,
                    GiftTerms.FIRST,
                    "初始规定",
                    Actor.system("gift-policy"),
                    StandingMall.NOW,
                    "gift-policy",
                    "",
                    StandingMall.NOW);
    private static final PolicyView PROPOSED =
            new PolicyView(
                    WAITING,
                    PolicyState.WAITING,
                    NEXT,
                    "药监局检查要求：乙类非处方药同样不得赠送",
                    Actor.staff("fang", "王芳"),
                    StandingMall.NOW,
                    "",
                    "",
                    null);

    @Bean
    GiftPolicies giftPolicies() {
        GiftPolicies policies = mock();
        when(policies.inForce()).thenReturn(NOW);
        when(policies.waiting()).thenReturn(Optional.of(PROPOSED));
        when(policies.history(any())).thenReturn(page(List.of(PROPOSED, NOW)));
        when(policies.preview(anySet(), anyInt()))
                .thenReturn(
                        new Preview(
                                GiftTerms.FIRST,
                                NEXT,
                                Set.of(RegulatoryCategory.OTC_B),
                                Set.of(RegulatoryCategory.OTC_A),
                                List.of(
                                        new Held(
                                                GivingKind.PROMOTION,
                                                StandingPromotions.LIVE,
                                                "满十赠二",
                                                "promotion-rule.never-gift",
                                                StandingMall.PRODUCT_CODE),
                                        new Held(
                                                GivingKind.PRICE_LIST,
                                                StandingPrices.PUBLISHED.toString(),
                                                "华东价目",
                                                "price-list.never-free",
                                                StandingMall.PRODUCT_CODE + ": 0.01 < 1.00")),
                                List.of(
                                        new Held(
                                                GivingKind.COUPON,
                                                StandingCoupons.PUSHED,
                                                "老客回馈",
                                                "coupon-kind.never-free",
                                                "OTC_A")),
                                List.of(
                                        new LowPrices(
                                                "AGREEMENT",
                                                3,
                                                StandingMall.PRODUCT_CODE + ": 0.01 < 1.00"))));
        when(policies.propose(any())).thenReturn(new ProposeOutcome.Proposed(WAITING));
        when(policies.agree(anyString(), anyString(), any())).thenReturn(new DecideOutcome.Done());
        when(policies.refuse(anyString(), anyString(), any())).thenReturn(new DecideOutcome.Done());
        when(policies.withdraw(anyString(), any())).thenReturn(new DecideOutcome.Done());
        when(policies.exempted(any()))
                .thenReturn(
                        page(
                                List.of(
                                        exempted(StandingPromotions.LIVE, 2, true),
                                        exempted(StandingPromotions.LIVE, 1, false))));
        return policies;
    }

    @Bean
    Giveaways giveaways() {
        Giveaways giveaways = mock();
        when(giveaways.terms()).thenReturn(GiftTerms.FIRST);
        return giveaways;
    }

    private static Exempted exempted(String code, int version, boolean holds) {
        return new Exempted(
                code,
                version,
                "满十赠二",
                "梅市场",
                "年末备货",
                "何合规",
                "招标约定：随货配送同品种",
                StandingMall.NOW,
                holds ? null : StandingMall.NOW,
                holds);
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 1, 20, items.size());
    }
}
