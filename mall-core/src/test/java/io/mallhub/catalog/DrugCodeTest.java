package io.mallhub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrugCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"86900000000027", "86900000000034", "86978593000069"})
    void theCheckDigitOfRealCodesMatches(String digits) {
        assertThat(new DrugCode(digits).checkDigitMatches()).isTrue();
    }

    @Test
    void aWrongCheckDigitIsSeenButNotRefused() {
        DrugCode code = new DrugCode("86900000000028");

        assertThat(code.checkDigitMatches()).isFalse();
        assertThat(code.computedCheckDigit()).isEqualTo(7);
    }

    @Test
    void aCellMayHoldSeveralCodesBetweenAnyPunctuation() {
        var cell =
                DrugCode.parseCell("86900000000027；86900000000034\n86900000000041，８６９00000000058");

        assertThat(cell.codes())
                .containsExactly(
                        new DrugCode("86900000000027"),
                        new DrugCode("86900000000034"),
                        new DrugCode("86900000000041"),
                        new DrugCode("86900000000058"));
        assertThat(cell.unreadable()).isEmpty();
    }

    @Test
    void aCodeThatStandsTwiceCountsOnce() {
        assertThat(DrugCode.parseCell("86900000000027;86900000000027").codes()).hasSize(1);
    }

    @Test
    void whatIsNoCodeIsReportedNotDropped() {
        var cell = DrugCode.parseCell("86900000000027 8690000 ABC");

        assertThat(cell.codes()).hasSize(1);
        assertThat(cell.unreadable()).isEqualTo(List.of("8690000", "ABC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--", "————"})
    void dashesAndBlanksAreNoCodes(String raw) {
        var cell = DrugCode.parseCell(raw);

        assertThat(cell.codes()).isEmpty();
        assertThat(cell.unreadable()).isEmpty();
    }

    @Test
    void aCodeIsFourteenDigits() {
        assertThatThrownBy(() -> new DrugCode("12345678901234"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
