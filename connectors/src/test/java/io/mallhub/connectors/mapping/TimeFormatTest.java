package io.mallhub.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeFormatTest {
    private final TimeFormat times = TimeFormat.of("iso-local", ZoneId.of("Asia/Shanghai"));

    @Test
    void momentsInTurnsAreEachReadAsWhatTheySay() {
        List<String> page =
                List.of(
                        "2026-11-30T09:00:00",
                        "2026-11-29T08:00:00",
                        "2026-11-30T09:00:00",
                        "2026-11-28T07:00:00",
                        "2026-11-30T09:00:00",
                        "2026-11-29T08:00:00");

        assertThat(page)
                .allSatisfy(
                        text ->
                                assertThat(times.parse(text))
                                        .isEqualTo(Instant.parse(text + "+08:00")));
    }
}
