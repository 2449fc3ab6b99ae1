package io.mallhub.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.promotion.WeeklySlot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CampaignTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final WeeklySlot EVENING =
            new WeeklySlot(DayOfWeek.MONDAY, LocalTime.of(20, 0), LocalTime.of(22, 0));

    @Test
    void itRunsFromItsFirstDayThroughItsLast() {
        Campaign campaign = campaign(MONDAY, MONDAY.plusDays(2));

        assertThat(MONDAY.minusDays(1).datesUntil(MONDAY.plusDays(5)).filter(campaign::isOn))
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(campaign(null, null).isOn(LocalDate.EPOCH)).isTrue();
    }

    @Test
    void withWeeklySlotsItRunsOnTheirDaysAlone() {
        Campaign campaign = campaign(MONDAY.minusDays(3), MONDAY.plusDays(8), EVENING);

        assertThat(MONDAY.minusDays(9).datesUntil(MONDAY.plusDays(20)).filter(campaign::isOn))
                .containsExactly(MONDAY, MONDAY.plusDays(7));
        assertThat(campaign.hours(MONDAY)).isEqualTo("20:00–22:00");
        assertThat(campaign.hours(MONDAY.plusDays(1))).isEmpty();
        assertThat(campaign.isOnBetween(MONDAY.plusDays(1), MONDAY.plusDays(6))).isFalse();
        assertThat(campaign.isOnBetween(MONDAY.plusDays(1), MONDAY.plusDays(7))).isTrue();
    }

    @Test
    void anEveningThatLastsUntilMidnightEndsAtTwentyFourHours() {
        WeeklySlot late = new WeeklySlot(DayOfWeek.MONDAY, LocalTime.of(22, 0), LocalTime.MIDNIGHT);

        assertThat(campaign(null, null, late).hours(MONDAY)).isEqualTo("22:00–24:00");
    }

    private static Campaign campaign(
            @Nullable LocalDate first, @Nullable LocalDate last, WeeklySlot... slots) {
        return new Campaign(
                Campaign.Kind.PROMOTION,
                "PR000001",
                "冬季满减",
                "/console/promotions/PR000001",
                null,
                true,
                first,
                last,
                List.of(slots),
                "");
    }
}
