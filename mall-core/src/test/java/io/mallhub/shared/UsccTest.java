package io.mallhub.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91330100799655058B",
                "9144030071526726XG",
                "914403001922038216",
                "91110000MA0F16Q910"
            })
    void codesOfRealCompaniesPass(String code) {
        assertThat(Uscc.parse(code)).isEqualTo(new Uscc.Parsed.Valid(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  91350100m000100y43 ",
                "９１３５０１００Ｍ０００１００Ｙ４３",
                "9135 0100 M000 100Y 43",
                "\t91350100M000100Y43\n"
            })
    void widthCaseAndBlanksAreNormalised(String typed) {
        assertThat(Uscc.parse(typed)).isEqualTo(new Uscc.Parsed.Valid("91350100M000100Y43"));
    }

    @Test
    void aWrongCheckCharacterIsToldWithTheRightOne() {
        assertThat(Uscc.parse("91350100M000100Y44"))
                .isEqualTo(new Uscc.Parsed.WrongCheck("91350100M000100Y44", '3'));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 18 characters are needed",
        "91350100M000100Y4, 18 characters are needed",
        "91350100M000100Y433, 18 characters are needed",
        "9135010OM000100Y43, the character O never occurs",
        "91350100M000100Y4-, the character - never occurs"
    })
    void aMalformedCodeIsExplained(String typed, String why) {
        assertThat(Uscc.parse(typed))
                .isInstanceOfSatisfying(
                        Uscc.Parsed.Malformed.class, bad -> assertThat(bad.why()).startsWith(why));
    }

    @ParameterizedTest
    @ValueSource(chars = {'I', 'O', 'S', 'V', 'Z'})
    void lettersThatLookLikeOthersNeverOccur(char letter) {
        assertThat(Uscc.parse("91350100M000100Y" + letter + "3"))
                .isInstanceOf(Uscc.Parsed.Malformed.class);
    }

    @Test
    void theTypeHoldsValidNormalisedCodesOnly() {
        assertThatThrownBy(() -> new Uscc("91350100M000100Y44"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Uscc("91350100m000100y43"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aComputedCheckCharacterPasses(@ForAll("first17") String first17) {
        String code = first17 + Uscc.checkCharacter(first17);

        assertThat(Uscc.parse(code)).isEqualTo(new Uscc.Parsed.Valid(code));
    }

    @Property
    void anyOneWrongCharacterIsFound(
            @ForAll("first17") String first17,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(min = 1, max = 30) int shift) {
        String code = first17 + Uscc.checkCharacter(first17);
        int wrong = (ALPHABET.indexOf(code.charAt(place)) + shift) % ALPHABET.length();
        String edited =
                code.substring(0, place) + ALPHABET.charAt(wrong) + code.substring(place + 1);

        assertThat(Uscc.parse(edited)).isInstanceOf(Uscc.Parsed.WrongCheck.class);
    }

    @Property
    void whateverIsTypedIsExplainedAndNormalisingIsDoneOnce(@ForAll String typed) {
        Uscc.Parsed parsed = Uscc.parse(typed);

        assertThat(Uscc.parse(parsed.value())).isEqualTo(parsed);
    }

    @Provide
    Arbitrary<String> first17() {
        return Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofLength(17);
    }
}
