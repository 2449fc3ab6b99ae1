package io.mallhub.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
    void aFieldWithNothingInItIsNull(String text) {
        assertThat(Typed.words(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'  SO1 ',SO1", "'\u3000阿莫西林 胶囊\u3000',阿莫西林 胶囊"})
    void blanksAroundTheWordsAreDropped(String text, String words) {
        assertThat(Typed.words(text)).isEqualTo(words);
    }
}
