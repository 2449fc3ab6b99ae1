package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.VisibilityRule;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.customer.LicenceGate;
import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.InvitationState;
import io.mallhub.openness.InvitationView;
import io.mallhub.openness.Invitations;
import io.mallhub.openness.InviteeKind;
import io.mallhub.openness.Openness;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.openness.Openness.DoorsVersion;
import io.mallhub.openness.PriceSight;
import io.mallhub.openness.RegistrationAccess;
import io.mallhub.shared.Page;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A mall by invitation only, an invitation of each state, and rules of which one hides and one
 * keeps a price back.
 */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingOpenness {
    static final Doors DOORS = new Doors(3, GuestAccess.CATALOGUE, RegistrationAccess.INVITED);
    private static final Instant NOW = StandingMall.NOW;
    private static final VisibilityRule HIDES =
            rule(
                    12,
                    Effect.HIDE,
                    new Goods(
                            GoodsKind.PRODUCT,
                            StandingMall.PRODUCT.value().toString(),
                            StandingMall.PRODUCT_CODE + " 阿莫西林胶囊"),
                    new Audience(
                            AudienceKind.CUSTOMER,
                            StandingMall.COMPANY.value().toString(),
                            StandingMall.CUSTOMER + " 杭州康复大药房有限公司"));
    private static final VisibilityRule SHOWS =
            rule(
                    9,
                    Effect.SHOW,
                    new Goods(GoodsKind.CATEGORY, "INSULIN", "胰岛素"),
                    new Audience(AudienceKind.REGION, "33", "33"));

    private static final VisibilityRule PRICELESS =
            rule(
                    14,
                    Effect.HIDE_PRICE,
                    new Goods(GoodsKind.CATEGORY, "PRESCRIPTION", "处方药"),
                    new Audience(AudienceKind.LEVEL, "GOLD", "GOLD"));

    private static final VisibilityRule BRANCH =
            rule(
                    15,
                    Effect.HIDE,
                    new Goods(GoodsKind.MERCHANDISE, "MED-WEST", "MED-WEST 西药"),
                    new Audience(AudienceKind.TYPE, "HOSPITAL", "HOSPITAL"));

    @Bean
    Openness openness() {
        Openness openness = mock();
        when(openness.doors()).thenReturn(DOORS);
        when(openness.history(any()))
                .thenReturn(
                        page(
                                new DoorsVersion(DOORS, "展会之后只收受邀单位", "王芳", NOW),
                                new DoorsVersion(
                                        new Doors(2, GuestAccess.NOTHING, RegistrationAccess.OPEN),
                                        "试运营",
                                        "王芳",
                                        NOW.minus(Duration.ofDays(9)))));
        when(openness.change(any())).thenReturn(new Openness.ChangeOutcome.Changed(DOORS));
        return openness;
    }

    @Bean
    Invitations invitations() {
        Invitations invitations = mock();
        InvitationView open = invitation(4, InvitationState.OPEN, InviteeKind.PHONE, "13900000001");
        when(invitations.page(any(), any()))
                .thenReturn(
                        page(
                                open,
                                invitation(
                                        3, InvitationState.USED, InviteeKind.COMPANY, "成都蓝天医药有限公司"),
                                invitation(
                                        2,
                                        InvitationState.REVOKED,
                                        InviteeKind.EMAIL,
                                        "purchasing.department@long-name-of-a-pharmacy.example.com"),
                                invitation(
                                        1,
                                        InvitationState.EXPIRED,
                                        InviteeKind.PHONE,
                                        "021-55556666")));
        when(invitations.make(any()))
                .thenReturn(new Invitations.MakeOutcome.Made(open, "ABCD-EFGH-JKLM-NPQR"));
        when(invitations.revoke(anyLong(), any(), any(), any())).thenReturn(Optional.empty());
        return invitations;
    }

    @Bean
    Visibility visibility() {
        Visibility visibility = mock();
        when(visibility.page(any(), any())).thenReturn(page(BRANCH, PRICELESS, HIDES, SHOWS));
        when(visibility.hidden(any(), any())).thenReturn(Map.of(StandingMall.PRODUCT, HIDES));
        when(visibility.put(any())).thenReturn(new Visibility.PutOutcome.Put(HIDES));
        when(visibility.putAlone(any())).thenReturn(new Visibility.PutOutcome.Put(BRANCH));
        when(visibility.end(anyLong(), any(), any())).thenReturn(Optional.empty());
        return visibility;
    }

    @Bean
    PriceSight priceSight() {
        PriceSight sight = mock();
        when(sight.keptBack(any(), any()))
                .thenReturn(
                        Map.of(StandingMall.PRODUCT, new PriceSight.KeptBack.ByRule(PRICELESS)));
        return sight;
    }

    @Bean
    LicenceGate licenceGate() {
        LicenceGate gate = mock();
        when(gate.openCategories(any())).thenReturn(Set.of(RegulatoryCategory.PRESCRIPTION));
        when(gate.check(any(), any()))
                .thenReturn(
                        List.of(
                                new LicenceGate.Verdict(
                                        StandingMall.PRODUCT,
                                        false,
                                        "gate.scope-not-covered",
                                        Map.of())));
        return gate;
    }

    private static InvitationView invitation(
            long id, InvitationState state, InviteeKind kind, String invitee) {
        boolean used = state == InvitationState.USED;
        boolean revoked = state == InvitationState.REVOKED;
        return new InvitationView(
                id,
                state,
                kind,
                invitee,
                "salesperson",
                LocalDate.of(2026, 12, 8),
                "药交会认识",
                "张伟",
                NOW.minus(Duration.ofDays(2)),
                used ? NOW : null,
                used ? "lantian" : null,
                used ? "成都蓝天医药有限公司" : null,
                revoked ? NOW : null,
                revoked ? "王芳" : null,
                revoked ? "发错了单位" : null);
    }

    private static VisibilityRule rule(long id, Effect effect, Goods goods, Audience audience) {
        return new VisibilityRule(
                id,
                effect,
                goods,
                audience,
                null,
                LocalDate.of(2027, 6, 30),
                "独家供应协议",
                "张伟",
                NOW.minus(Duration.ofDays(3)),
                null,
                null,
                null);
    }

    @SafeVarargs
    private static <T> Page<T> page(T... rows) {
        return new Page<>(List.of(rows), 0, 20, rows.length);
    }
}
