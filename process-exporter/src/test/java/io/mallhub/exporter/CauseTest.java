package io.mallhub.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void messagesThatDifferInNumbersOnlyHaveOneCause() {
        assertThat(Cause.of("Order SO202611240001 not taken: HTTP 503 at 12:30:01"))
                .isEqualTo(Cause.of("Order SO202611249999 not taken: HTTP 503 at 07:00:59"))
                .isEqualTo("Order # not taken: HTTP # at #");
    }

    @Test
    void onlyTheFirstLineCountsAndALongOneIsCut() {
        assertThat(Cause.of(" 库存不足\n\tat io.mallhub.X:12")).isEqualTo("库存不足");
        assertThat(Cause.of("x".repeat(500))).hasSize(200);
        assertThat(Cause.of("")).isEmpty();
    }
}
