package io.mallhub.storefront.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.ApplicationState;
import io.mallhub.pricing.PriceQuote;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say all there is to say. */
class TextsInStepTest {
    private static final Path SOURCES = Path.of("src/main");
    private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-z][a-zA-Z.-]+)");
    private static final Pattern IN_CODE =
            Pattern.compile(
                    "(?:Notice\\.(?:done|refused)\\(\\s*redirect,|answer\\(|rejectValue\\(\"\\w+\",)\\s*\"([a-z][a-z.-]+)\"");
    private static final Pattern IN_FORMS = Pattern.compile("message = \"\\{([a-z.-]+)}\"");
    private static final Pattern OF_THE_API =
            Pattern.compile(
                    "(?:Problem\\.\\w+\\(|HttpStatus\\.\\w+,|\\d{3},|status,)\\s*\"([a-z.-]+)\"");

    @Test
    void everyTextExistsInBothLanguages() throws IOException {
        Properties chinese = texts("i18n/storefront");
        Properties english = texts("i18n/storefront_en");

        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        assertThat(chinese.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values())
                .allSatisfy(
                        text -> assertThat(text.toString()).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void bothLanguagesTakeTheSameFigures() throws IOException {
        Properties chinese = texts("i18n/storefront");
        Properties english = texts("i18n/storefront_en");

        for (Object key : chinese.keySet()) {
            assertThat(figures(english, key)).as("" + key).isEqualTo(figures(chinese, key));
        }
    }

    @Test
    void everyKeyOnAPageOrInTheCodeHasAText() throws IOException {
        Set<Object> known = new TreeSet<>(texts("i18n/storefront").keySet());
        known.addAll(texts("i18n/kit").keySet());
        known.addAll(texts("i18n/words").keySet());
        Set<String> used = new TreeSet<>();
        used.addAll(found(IN_TEMPLATES, ".html", ""));
        used.addAll(found(IN_CODE, ".java", ""));
        used.addAll(found(IN_FORMS, ".java", ""));
        used.addAll(found(OF_THE_API, ".java", "api."));

        assertThat(used).hasSizeGreaterThan(150);
        assertThat(known).containsAll(used);
    }

    @Test
    void everyStageHasItsWords() throws IOException {
        Properties texts = texts("i18n/storefront");

        assertThat(texts.keySet())
                .containsAll(keys("home.stage.", ApplicationState.values()))
                .containsAll(keys("shop.why.", PriceQuote.Source.values()));
    }

    private static List<Object> keys(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants).<Object>map(it -> prefix + it.name()).toList();
    }

    private static Set<String> figures(Properties texts, Object key) {
        return Pattern.compile("\\{\\d}")
                .matcher(texts.getProperty(key.toString(), ""))
                .results()
                .map(it -> it.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern, String ending, String prefix)
            throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(ending)) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(prefix + matcher.group(1));
            }
        }
        return found;
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var in =
                Objects.requireNonNull(
                        TextsInStepTest.class
                                .getClassLoader()
                                .getResourceAsStream(bundle + ".properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
