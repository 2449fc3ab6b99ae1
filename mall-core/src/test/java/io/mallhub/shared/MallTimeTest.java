package io.mallhub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MallTimeTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Property
    void theNextTimeOfADayIsThatTimeAndComesWithinADay(
            @ForAll @IntRange(max = 1_439) int minute,
            @ForAll @LongRange(min = 1_000_000_000_000L, max = 4_000_000_000_000L) long now) {
        LocalTime time = LocalTime.MIN.plusMinutes(minute);
        Instant after = Instant.ofEpochMilli(now);

        Instant next = MallTime.next(time, after);

        assertThat(MallTime.timeOf(next)).isEqualTo(time);
        assertThat(next).isAfter(after);
        assertThat(Duration.between(after, next)).isLessThanOrEqualTo(DAY);
        assertThat(MallTime.next(time, next)).isEqualTo(next.plus(DAY));
    }
}
