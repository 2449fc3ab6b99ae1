package io.mallhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every template of every door. */
class TemplatesTest {
    private static final Pattern TAG = Pattern.compile("<[a-z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>");

    static Stream<Resource> templates() throws IOException {
        return Stream.of(
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:templates/**/*.html"));
    }

    /** Thymeleaf replaces first: a condition on the same element is never looked at. */
    @ParameterizedTest
    @MethodSource("templates")
    void noConditionStandsOnAnElementThatIsReplaced(Resource template) throws IOException {
        String text = template.getContentAsString(StandardCharsets.UTF_8);

        List<String> dead =
                TAG.matcher(text)
                        .results()
                        .map(tag -> tag.group())
                        .filter(tag -> tag.contains("th:replace="))
                        .filter(tag -> tag.contains("th:if=") || tag.contains("th:unless="))
                        .toList();

        assertThat(text).contains("th:");
        assertThat(dead).isEmpty();
    }
}
