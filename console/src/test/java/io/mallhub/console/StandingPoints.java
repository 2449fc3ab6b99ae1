package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.points.Points;
import io.mallhub.points.Points.AccountRow;
import io.mallhub.points.Points.Balance;
import io.mallhub.points.Points.Ending;
import io.mallhub.points.Points.EntryView;
import io.mallhub.points.Points.Figures;
import io.mallhub.points.PointsMove;
import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A rule in its second version and a company that earned, spent and gave back. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingPoints {
    public static final PointsRule RULE =
            new PointsRule(
                    2,
                    new BigDecimal("1.5000"),
                    Set.of(RegulatoryCategory.CONTROLLED_COMPOUND),
                    12,
                    true,
                    100,
                    Money.of("1.00"),
                    20,
                    GiftTerms.FIRST.never(),
                    500,
                    "双十二活动：积分加倍",
                    "梅市场",
                    StandingMall.NOW);

    @Bean
    PointsRules pointsRules() {
        PointsRules rules = mock();
        when(rules.inForce()).thenReturn(Optional.of(RULE));
        when(rules.history(any())).thenReturn(page(List.of(RULE)));
        when(rules.put(any())).thenReturn(new PointsRules.PutOutcome.Put(RULE));
        return rules;
    }

    @Bean
    Points points() {
        Points points = mock();
        when(points.balance(any()))
                .thenReturn(new Balance(-120, 2000, new Ending(500, LocalDate.of(2026, 12, 31))));
        when(points.figures(any()))
                .thenReturn(
                        new Figures(318, 1_204_550, 26_000, 96_000, 4_500, 41_200, 1_300, 7_750));
        when(points.page(anyString(), any()))
                .thenReturn(
                        page(
                                List.of(
                                        new AccountRow(
                                                StandingMall.COMPANY,
                                                "成都蓝天医药有限公司",
                                                12_480,
                                                2000))));
        String order = StandingMall.ORDER;
        when(points.entries(any(), any()))
                .thenReturn(
                        page(
                                List.of(
                                        entry(7, PointsMove.EXPIRE, "2026-11-01", null, -40, 0),
                                        entry(
                                                6,
                                                PointsMove.TAKE_BACK,
                                                "RT20261124000001",
                                                order,
                                                -300,
                                                0),
                                        entry(
                                                5,
                                                PointsMove.GIVE_BACK,
                                                "RT20261124000001",
                                                order,
                                                1016,
                                                0),
                                        entry(4, PointsMove.EARN, order, order, 18_180, 0),
                                        entry(3, PointsMove.USE, order, order, 0, -2000),
                                        entry(2, PointsMove.RELEASE, order, order, 500, -500),
                                        entry(1, PointsMove.HOLD, order, order, -2500, 2500))));
        return points;
    }

    private static EntryView entry(
            long sequence,
            PointsMove kind,
            String document,
            @Nullable String order,
            long available,
            long held) {
        return new EntryView(
                sequence,
                kind,
                document,
                order,
                available,
                held,
                12_480,
                2000,
                StandingMall.NOW,
                "points",
                "");
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, 20, items.size());
    }
}
