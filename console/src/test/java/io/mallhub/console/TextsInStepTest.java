package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.bpmn.Diagrams;
import io.mallhub.console.access.ConsoleAct;
import io.mallhub.console.access.ConsolePage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsInStepTest {
    /**
     * {@code #{key}} in templates, {@code "console.key"} in Java; a key built of parts ends in a
     * dot.
     */
    private static final Pattern KEY =
            Pattern.compile(
                    "#\\{([a-z][a-zA-Z.-]+)|[\"'](console\\.[a-z][a-zA-Z.-]*[a-zA-Z])[\"']");

    /** What a diagram draws; messages and errors have names for programs. */
    private static final Pattern NAMED =
            Pattern.compile("<bpmn:(?!message|error|signal)\\w+ id=\"([^\"]+)\" name=");

    @Test
    void everyTextExistsInBothLanguages() throws IOException {
        assertThat(texts("i18n/console_en").keySet()).isEqualTo(texts("i18n/console").keySet());
        assertThat(texts("i18n/console_en").values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void everyKeyThatPagesUseHasAText() throws IOException {
        Set<String> used = usedIn(Path.of("src/main"));
        Properties known = texts("i18n/console");
        known.putAll(texts("i18n/kit"));
        known.putAll(texts("i18n/words"));

        assertThat(used).hasSizeGreaterThan(250);
        assertThat(used).allSatisfy(key -> assertThat(known).containsKey(key));
    }

    @Test
    void everyNamedElementOfADiagramHasAnEnglishName() throws IOException {
        Set<String> named = new TreeSet<>();
        try (var diagrams = Files.walk(Path.of("../bpmn/src/main/resources/bpmn"))) {
            for (Path diagram : diagrams.filter(it -> it.toString().endsWith(".bpmn")).toList()) {
                NAMED.matcher(Files.readString(diagram))
                        .results()
                        .forEach(element -> named.add("bpmn." + element.group(1)));
            }
        }

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(texts("i18n/elements_en").keySet()).isEqualTo(named);
    }

    @Test
    void everyProcessHasAName() throws IOException {
        Properties known = texts("i18n/console");

        assertThat(Diagrams.RESOURCES)
                .filteredOn(resource -> resource.endsWith(".bpmn"))
                .isNotEmpty()
                .allSatisfy(
                        resource ->
                                assertThat(known)
                                        .containsKey(
                                                "process."
                                                        + resource.replaceAll(".*/|\\.bpmn", "")));
    }

    @Test
    void everyPageAndActHasAName() throws IOException {
        Properties known = texts("i18n/console");

        assertThat(Arrays.stream(ConsolePage.values()).map(ConsolePage::key))
                .allSatisfy(key -> assertThat(known).containsKey(key));
        assertThat(ConsoleAct.values())
                .allSatisfy(act -> assertThat(known).containsKey("console.act." + act.name()));
    }

    private static Set<String> usedIn(Path sources) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(TextsInStepTest::isSource).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(TextsInStepTest::key)
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".html") || file.toString().endsWith(".java");
    }

    private static String key(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
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
