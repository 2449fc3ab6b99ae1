package io.mallhub.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.DocumentState;
import io.mallhub.customer.DocumentType;
import io.mallhub.flash.SaleStage;
import io.mallhub.flash.SaleState;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.Role;
import io.mallhub.order.ErpState;
import io.mallhub.order.OrderState;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.shared.RegulatoryCategory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsInStepTest {
    @ParameterizedTest
    @ValueSource(strings = {"i18n/words", "i18n/kit"})
    void everyTextExistsInBothLanguages(String bundle) throws IOException {
        assertThat(texts(bundle + "_en").keySet()).isEqualTo(texts(bundle).keySet());
        assertThat(texts(bundle + "_en").values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void everyStateAndKindHasAName() throws IOException {
        List<Class<? extends Enum<?>>> kinds =
                List.of(
                        CustomerType.class,
                        CustomerState.class,
                        ApplicationState.class,
                        DocumentType.class,
                        DocumentState.class,
                        CheckFinding.Result.class,
                        RegulatoryCategory.class,
                        OrderState.class,
                        ErpState.class,
                        PriceQuote.Source.class,
                        SaleState.class,
                        SaleStage.class,
                        Role.class,
                        BuyerRight.class);
        Properties words = texts("i18n/words");

        assertThat(kinds.stream().flatMap(kind -> Arrays.stream(kind.getEnumConstants())))
                .allSatisfy(
                        constant ->
                                assertThat(words)
                                        .containsKey(
                                                constant.getDeclaringClass().getSimpleName()
                                                        + "."
                                                        + constant.name()));
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var in =
                Objects.requireNonNull(
                        WordsInStepTest.class
                                .getClassLoader()
                                .getResourceAsStream(bundle + ".properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
