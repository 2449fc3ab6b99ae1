package io.mallhub.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.DrugLicenceNumber.Business;
import io.mallhub.customer.DrugLicenceNumber.Parsed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrugLicenceNumberTest {
    @Test
    void aNumberSince2024TellsItsParts() {
        assertThat(DrugLicenceNumber.parse("琼AA898000001"))
                .isEqualTo(
                        new Parsed.Current(
                                "琼AA898000001", "琼", Business.WHOLESALE, true, "8980", "00001"));
    }

    @ParameterizedTest
    @CsvSource({
        "A,WHOLESALE",
        "B,CHAIN_HEADQUARTERS",
        "C,CHAIN_SHOP",
        "D,SINGLE_SHOP",
    })
    void theFirstLetterIsTheKindOfBusiness(String letter, Business business) {
        assertThat(DrugLicenceNumber.parse("粤" + letter + "B020000123"))
                .isInstanceOfSatisfying(
                        Parsed.Current.class,
                        current -> {
                            assertThat(current.business()).isEqualTo(business);
                            assertThat(current.legalPerson()).isFalse();
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {" 琼aa898000001", "琼ＡＡ８９８０００００１", "琼AA 8980 00001"})
    void widthCaseAndBlanksAreNormalised(String typed) {
        assertThat(DrugLicenceNumber.parse(typed).value()).isEqualTo("琼AA898000001");
        assertThat(DrugLicenceNumber.parse(typed)).isInstanceOf(Parsed.Current.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"京AA0100001", "沪DB02100123", "粤CB7540001(1)", "浙DA5710012-3"})
    void numbersOfBeforeAreKnown(String older) {
        assertThat(DrugLicenceNumber.parse(older)).isEqualTo(new Parsed.Older(older));
    }

    @ParameterizedTest
    @CsvSource({
        "'', there is no number",
        "AA898000001, it does not begin with a province",
        "台AA898000001, it does not begin with a province",
        "琼AA8980000011, '12 characters are needed, not 13'",
        "琼EA898000001, 'after the province come one of A to D, one of A or B, and nine digits'",
        "琼AC898000001, 'after the province come one of A to D, one of A or B, and nine digits'"
    })
    void aMalformedNumberIsExplained(String typed, String why) {
        assertThat(DrugLicenceNumber.parse(typed))
                .isInstanceOfSatisfying(
                        Parsed.Malformed.class, bad -> assertThat(bad.why()).isEqualTo(why));
    }

    @Property
    void whateverIsTypedIsExplainedAndNormalisingIsDoneOnce(@ForAll String typed) {
        Parsed parsed = DrugLicenceNumber.parse(typed);

        assertThat(DrugLicenceNumber.parse(parsed.value())).isEqualTo(parsed);
    }
}
