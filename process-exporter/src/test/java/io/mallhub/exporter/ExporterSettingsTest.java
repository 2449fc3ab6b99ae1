package io.mallhub.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExporterSettingsTest {

    private final Map<String, Object> arguments =
            new HashMap<>(Map.of("url", "jdbc:postgresql://db/hub", "user", "hub"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "businessNumberVariables",
                "businessnumbervariables",
                "business-number-variables",
                "BUSINESS_NUMBER_VARIABLES"
            })
    void anyUsualSpellingOfANameCounts(String name) {
        arguments.put(name, "orderNumber, applicationNumber");

        assertThat(ExporterSettings.from(arguments).businessNumberVariables())
                .containsExactly("orderNumber", "applicationNumber");
    }

    @Test
    void whatIsNotGivenHasADefault() {
        ExporterSettings settings = ExporterSettings.from(arguments);

        assertThat(settings.batch()).isEqualTo(500);
        assertThat(settings.interval()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.subjectVariables()).isEmpty();
    }

    @Test
    void aMissingUrlIsToldByName() {
        arguments.remove("url");

        assertThatThrownBy(() -> ExporterSettings.from(arguments)).hasMessageContaining("url");
    }

    @Test
    void aBatchOfNothingIsRefused() {
        arguments.put("batch", "0");

        assertThatThrownBy(() -> ExporterSettings.from(arguments)).hasMessageContaining("batch");
    }
}
