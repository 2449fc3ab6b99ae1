package io.mallhub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitPriceTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.000001", "12.50", "999999999999.999999", "1e11", "3.0000000"})
    void whatTheTablesKeepIsAPrice(String typed) {
        assertThat(UnitPrice.typed(new BigDecimal(typed)))
                .contains(new UnitPrice(new BigDecimal(typed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.0000001", "1000000000000", "1e12", "1e300", "1e999999999"})
    void whatTheyDoNotKeepIsNone(String typed) {
        assertThat(UnitPrice.typed(new BigDecimal(typed))).isEmpty();
    }
}
