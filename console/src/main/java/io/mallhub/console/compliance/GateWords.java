package io.mallhub.console.compliance;

import io.mallhub.webkit.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Evidence of the licence gate in words. As {@code gate} in templates. */
@Component
public class GateWords {
    private static final Map<String, List<String>> KINDS =
            Map.of(
                    "document", List.of("DocumentType."),
                    "state", List.of("DocumentState.", "CustomerState."),
                    "category", List.of("RegulatoryCategory."),
                    "scope", List.of("RegulatoryCategory."),
                    "customerType", List.of("CustomerType."),
                    "validUntil", List.of("evidence."));

    private final Words words;

    GateWords(Words words) {
        this.words = words;
    }

    public String name(String key) {
        return words.codeOr("evidence." + key, key);
    }

    public String value(String key, String value) {
        return KINDS.getOrDefault(key, List.of()).stream()
                .map(kind -> words.codeOr(kind + value, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(value);
    }

    /** All of it in one line, in the order of its keys. */
    String line(Map<String, String> evidence) {
        return evidence.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> name(one.getKey()) + ": " + value(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
