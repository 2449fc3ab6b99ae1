package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OverlapTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final Overlap overlap = new Overlap(Duration.ofSeconds(60), Duration.ofSeconds(60));

    @Test
    void theFirstReadingIsASweep() {
        assertThat(overlap.due(null, null, NOON)).isTrue();
    }

    @Test
    void afterNewRecordsTheNextSweepComesWhenNothingCanBeLateAnyMore() {
        Instant swept = NOON;
        Instant advanced = NOON.plusSeconds(5);

        assertThat(overlap.due(advanced, swept, NOON.plusSeconds(59))).isFalse();
        assertThat(overlap.due(advanced, swept, NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void aSweepThatBeganLongAfterTheLastNewRecordIsTheLast() {
        Instant advanced = NOON;

        assertThat(overlap.due(advanced, NOON.plusSeconds(60), NOON.plusSeconds(999))).isFalse();
        assertThat(overlap.due(advanced, NOON.plusSeconds(59), NOON.plusSeconds(999))).isTrue();
    }

    @Test
    void anEmptyErpIsNotSweptForEver() {
        assertThat(overlap.due(null, NOON, NOON.plusSeconds(999))).isFalse();
    }

    @Test
    void whileRecordsKeepComingItIsDueAgainAndAgainUntilOneHasReachedThemAll() {
        Overlap far = new Overlap(Duration.ofMinutes(15), Duration.ofMinutes(5));
        Instant advanced = NOON;

        assertThat(far.due(advanced, NOON, NOON.plusSeconds(299))).isFalse();
        assertThat(far.due(advanced, NOON, NOON.plusSeconds(300))).isTrue();
        assertThat(far.due(advanced, NOON.plusSeconds(300), NOON.plusSeconds(600))).isTrue();
        assertThat(far.due(advanced, NOON.plusSeconds(900), NOON.plusSeconds(9999))).isFalse();
    }
}
