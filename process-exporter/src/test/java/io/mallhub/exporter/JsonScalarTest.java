package io.mallhub.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonScalarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"SO-1\" | SO-1",
                "\"康宁\\\"大药房\\\"\" | 康宁\"大药房\"",
                "\"a\\\\b\\/c\\u5eb7\" | a\\b/c康",
                "42 | 42",
                "true | true",
                "null |",
                "{\"a\":1} |",
                "[1] |",
                "\"\" | ``"
            })
    void stringsAndNumbersAreReadAsTextAllElseIsNone(String json, String text) {
        assertThat(JsonScalar.text(json)).isEqualTo(text);
    }
}
