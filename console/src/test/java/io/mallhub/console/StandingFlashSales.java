package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.Occurrence;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.flash.FlashSales.StepOutcome;
import io.mallhub.flash.Opening;
import io.mallhub.flash.SaleState;
import io.mallhub.flash.Timing;
import io.mallhub.promotion.WeeklySlot;
import io.mallhub.shared.Page;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Step;
import io.mallhub.shared.UnitPrice;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A live sale on Mondays, and a draft whose quota is more than the stock. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingFlashSales {
    public static final String LIVE = "FS000003";
    public static final String DRAFT = "FS000004";

    private static final Instant NOW = StandingMall.NOW;
    private static final Timing MONDAYS =
            new Timing(
                    Instant.parse("2026-11-01T16:00:00Z"),
                    Instant.parse("2027-01-31T16:00:00Z"),
                    List.of(
                            new WeeklySlot(
                                    DayOfWeek.MONDAY, LocalTime.of(20, 0), LocalTime.of(22, 0))));
    private static final Opening LAST =
            new Opening(
                    Instant.parse("2026-11-23T12:00:00Z"), Instant.parse("2026-11-23T14:00:00Z"));
    private static final Opening NEXT =
            new Opening(
                    Instant.parse("2026-11-30T12:00:00Z"), Instant.parse("2026-11-30T14:00:00Z"));
    private static final SaleView ON_MONDAYS =
            sale(LIVE, SaleState.LIVE, "周一夜抢购", "400", MONDAYS, NEXT);
    private static final SaleView ONCE =
            sale(
                    DRAFT,
                    SaleState.DRAFT,
                    "双十二清仓",
                    "4000",
                    new Timing(
                            Instant.parse("2026-12-11T16:00:00Z"),
                            Instant.parse("2026-12-12T16:00:00Z"),
                            List.of()),
                    null);

    private static SaleView sale(
            String code,
            SaleState state,
            String name,
            String quota,
            Timing timing,
            Opening current) {
        return new SaleView(
                code,
                1,
                state,
                StandingMall.PRODUCT,
                name,
                UnitPrice.of("8.80"),
                Quantity.typed(quota).orElseThrow(),
                Quantity.of(50),
                timing,
                24,
                NOW,
                current);
    }

    @Bean
    FlashSales flashSales() {
        FlashSales sales = mock();
        when(sales.find(anyString())).thenReturn(Optional.empty());
        when(sales.find(LIVE)).thenReturn(Optional.of(ON_MONDAYS));
        when(sales.find(DRAFT)).thenReturn(Optional.of(ONCE));
        when(sales.page(any(), any())).thenReturn(new Page<>(List.of(ONCE, ON_MONDAYS), 0, 20, 2));
        when(sales.occurrences(anyString(), any())).thenReturn(new Page<>(List.of(), 0, 20, 0));
        when(sales.occurrences(eq(LIVE), any()))
                .thenReturn(
                        new Page<>(
                                List.of(
                                        occurrence(NEXT, "380", "0", 0, false),
                                        occurrence(LAST, "400", "371", 12, true)),
                                0,
                                20,
                                2));
        when(sales.steps(anyString()))
                .thenReturn(
                        List.of(
                                new Step(1, "PUBLISHED", "第四季度活动", "梅市场", NOW),
                                new Step(1, "PUT", "第四季度活动", "梅市场", NOW)));
        when(sales.put(any())).thenReturn(new FlashSales.PutOutcome.Put(ON_MONDAYS));
        when(sales.publish(anyString(), anyInt(), anyBoolean(), anyString(), any()))
                .thenReturn(new StepOutcome.Refused("flash-sale.over-stock", "4000 > 550"));
        when(sales.pause(anyString(), anyString(), any())).thenReturn(new StepOutcome.Done());
        when(sales.end(anyString(), anyString(), any())).thenReturn(new StepOutcome.Done());
        return sales;
    }

    private static Occurrence occurrence(
            Opening opening, String backed, String taken, long buyers, boolean closed) {
        return new Occurrence(
                UUID.randomUUID(),
                opening,
                UnitPrice.of("8.80"),
                Quantity.of(400),
                Quantity.typed(backed).orElseThrow(),
                Quantity.typed(taken).orElseThrow(),
                buyers,
                buyers / 3,
                closed);
    }
}
