package io.mallhub.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordsTest {
    private final Words words = new Words(bundle());

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("i18n/words");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return bundle;
    }

    @BeforeEach
    void anEnglishReader() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void nobody() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return.refused | too-late | The time for returns is over",
                "return.refused | the carton is open | the carton is open",
                "return.submitted | DAMAGED | Damaged",
                "return.exchange-refused | 1: gate.licence-expired | 1: The licence has expired",
                "order.licence-stopped | gate.licence-expired | The licence has expired",
                "order.rejected | 2: gate.licence-expired {today=2026-11-24}"
                        + " | 2: The licence has expired",
                "order.denied | finance: pays too late | Finance: pays too late",
                "order.rejected | see www.example.com, finance: no"
                        + " | see www.example.com, finance: no",
                "order.sent | XS0001 | XS0001"
            })
    void codesInTimelinesAreReadInWordsAndWhatPeopleWroteStays(
            String what, String detail, String shown) {
        assertThat(words.detail(what, detail)).isEqualTo(shown);
    }

    @Test
    void valuesOfAMessageAreReadInWordsToo() {
        assertThat(
                        words.say(
                                "check.evidence.useless-scope",
                                List.of("RegulatoryCategory.VACCINE", "CustomerType.PHARMACY")))
                .isEqualTo("Vaccine: opens nothing to this kind of buyer (Pharmacy)");
        assertThat(words.say("until 2026, as it was written", List.of()))
                .isEqualTo("until 2026, as it was written");
    }
}
