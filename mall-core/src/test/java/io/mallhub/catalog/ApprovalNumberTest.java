package io.mallhub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "国药准字H20231234",
                "国药准字ZJ20191000",
                "国药准字SC20170001",
                "国药准字ZCGD20240001",
                "国药准字J20150023",
                "H20160123",
                "HC20150008",
                "S20140042"
            })
    void formsOfRealRegistrationsAreKnown(String text) {
        assertThat(ApprovalNumber.parse(text).orElseThrow().hasKnownForm()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    国药准字ｈｊ２０１７００５０ | 国药准字HJ20170050
                    ' 国药准字 hj20170050 '   | 国药准字HJ20170050
                    '国药准字HJ
                    20170050'                | 国药准字HJ20170050
                    """)
    void widthCaseBlanksAndLineBreaksAreNormalised(String raw, String expected) {
        assertThat(ApprovalNumber.parse(raw).orElseThrow().text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "--", "————", "／"})
    void dashesAndBlanksAreNothing(String raw) {
        assertThat(ApprovalNumber.parse(raw)).isEmpty();
    }

    @Test
    void anUnknownFormIsKeptAndSaysSo() {
        ApprovalNumber number = ApprovalNumber.parse("国药准字X123").orElseThrow();

        assertThat(number.text()).isEqualTo("国药准字X123");
        assertThat(number.hasKnownForm()).isFalse();
        assertThat(number.explain()).isEqualTo("approval-number.unknown-form");
    }

    @Test
    void aNumberExplainsWhereItComesFrom() {
        assertThat(new ApprovalNumber("国药准字H20231234").explain())
                .isEqualTo("approval-number.domestic");
        assertThat(new ApprovalNumber("国药准字HJ20170050").explain())
                .isEqualTo("approval-number.imported");
    }
}
