package io.mallhub.flash;

import static io.mallhub.fixture.FlashFixtures.mondays;
import static io.mallhub.fixture.FlashFixtures.once;
import static io.mallhub.fixture.FlashFixtures.shanghai;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.promotion.WeeklySlot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final Opening FIRST_MONDAY =
            new Opening(shanghai("2026-11-30T20:00"), shanghai("2026-11-30T22:00"));

    @Test
    void aMondayEveningInShanghaiIsMondayNoonInLondon() {
        assertThat(mondays().next(shanghai("2026-11-24T10:00"))).contains(FIRST_MONDAY);
        assertThat(FIRST_MONDAY.opens()).isEqualTo(Instant.parse("2026-11-30T12:00:00Z"));
        assertThat(FIRST_MONDAY.closes()).isEqualTo(Instant.parse("2026-11-30T14:00:00Z"));
    }

    @Test
    void itIsOpenFromItsFirstInstantToTheLastBeforeItsEnd() {
        assertThat(FIRST_MONDAY.covers(shanghai("2026-11-30T19:59:59.999"))).isFalse();
        assertThat(FIRST_MONDAY.covers(shanghai("2026-11-30T20:00"))).isTrue();
        assertThat(FIRST_MONDAY.covers(shanghai("2026-11-30T21:59:59.999"))).isTrue();
        assertThat(FIRST_MONDAY.covers(shanghai("2026-11-30T22:00"))).isFalse();
        assertThat(mondays().next(shanghai("2026-11-30T21:59:59"))).contains(FIRST_MONDAY);
        assertThat(mondays().next(shanghai("2026-11-30T22:00")).orElseThrow().opens())
                .isEqualTo(shanghai("2026-12-07T20:00"));
    }

    @Test
    void thereIsOneOpeningAWeekUntilThePeriodEnds() {
        List<Opening> all = mondays().openings(shanghai("2026-11-24T00:00"), 100);

        assertThat(all).hasSize(8);
        assertThat(all.getLast().opens()).isEqualTo(shanghai("2027-01-18T20:00"));
        assertThat(mondays().next(all.getLast().closes())).isEmpty();
    }

    @Test
    void aSlotUntilMidnightEndsWithItsDayAndASlotFromMidnightBeginsWithIt() {
        Timing timing =
                weekly(
                        "2026-11-29T00:00",
                        "2026-12-06T00:00",
                        slot(DayOfWeek.MONDAY, "22:00", "00:00"),
                        slot(DayOfWeek.TUESDAY, "00:00", "02:00"));

        assertThat(timing.openings(shanghai("2026-11-29T00:00"), 9))
                .containsExactly(
                        new Opening(shanghai("2026-11-30T22:00"), shanghai("2026-12-01T00:00")),
                        new Opening(shanghai("2026-12-01T00:00"), shanghai("2026-12-01T02:00")));
    }

    @Test
    void thePeriodCutsItsFirstAndItsLastSlot() {
        Timing timing =
                weekly(
                        "2026-11-30T21:00",
                        "2026-12-07T20:30",
                        slot(DayOfWeek.MONDAY, "20:00", "22:00"));

        assertThat(timing.openings(shanghai("2026-11-29T00:00"), 9))
                .containsExactly(
                        new Opening(shanghai("2026-11-30T21:00"), shanghai("2026-11-30T22:00")),
                        new Opening(shanghai("2026-12-07T20:00"), shanghai("2026-12-07T20:30")));
    }

    @Test
    void twoOverlapOnlyWhereBothAreOpenAtOnce() {
        Instant now = shanghai("2026-11-24T00:00");

        assertThat(mondays().overlaps(mondays(), now)).isTrue();
        assertThat(mondays().overlaps(once("2026-12-07T21:00", "2026-12-07T23:00"), now)).isTrue();
        assertThat(mondays().overlaps(once("2026-12-07T22:00", "2026-12-14T20:00"), now)).isFalse();
        assertThat(once("2026-12-07T22:00", "2026-12-14T20:01").overlaps(mondays(), now)).isTrue();
        assertThat(
                        mondays()
                                .overlaps(
                                        once("2026-11-30T20:00", "2026-11-30T22:00"),
                                        shanghai("2026-11-30T22:00")))
                .isFalse();
    }

    @Test
    void slotsOfOneSaleDoNotOverlapAndAPeriodIsAtMostAYear() {
        assertThatThrownBy(
                        () ->
                                weekly(
                                        "2026-11-24T00:00",
                                        "2026-12-24T00:00",
                                        slot(DayOfWeek.MONDAY, "20:00", "22:00"),
                                        slot(DayOfWeek.MONDAY, "21:59", "23:00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> once("2026-11-24T00:00", "2027-11-26T00:00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> once("2026-11-24T00:00", "2026-11-24T00:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Timing weekly(String from, String until, WeeklySlot... slots) {
        return new Timing(shanghai(from), shanghai(until), List.of(slots));
    }

    private static WeeklySlot slot(DayOfWeek day, String from, String until) {
        return new WeeklySlot(day, LocalTime.parse(from), LocalTime.parse(until));
    }
}
