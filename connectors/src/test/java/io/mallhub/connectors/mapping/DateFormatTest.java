package io.mallhub.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DateFormatTest {
    @Test
    void aDayIsReadTheSameWhetherItWasSeenBeforeOrNot() {
        // given
        DateTimeFormatter plain = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
        DateFormat dates = DateFormat.of("yyyyMMdd");

        // when, then: more days than are remembered, twice
        for (int time = 0; time < 2; time++) {
            LocalDate day = LocalDate.of(2020, 1, 1);
            for (int i = 0; i < 5_000; i++, day = day.plusDays(1)) {
                String text = plain.format(day);
                assertThat(dates.parse(text)).isEqualTo(LocalDate.parse(text, plain));
                assertThat(dates.parse(day.toString())).isEqualTo(day);
            }
        }
    }

    @Test
    void whatIsNoDayIsRefusedEachTime() {
        DateFormat dates = DateFormat.of("yyyyMMdd");

        for (int time = 0; time < 2; time++) {
            for (String text : new String[] {"2026-02-30", "20261301", "", "yesterday"}) {
                assertThatThrownBy(() -> dates.parse(text)).isInstanceOf(DateTimeException.class);
            }
        }
    }

    @Test
    void aDayIsWrittenAsTheErpWritesIt() {
        assertThat(DateFormat.of("dd/MM/yyyy").format(LocalDate.of(2028, 5, 31)))
                .isEqualTo("31/05/2028");
    }
}
