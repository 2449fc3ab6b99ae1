package io.mallhub.catalog.internal;

import io.mallhub.catalog.ProductView.Finding;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Findings as the text they are kept in (JSON). */
final class FindingsText {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private FindingsText() {}

    static String write(List<Finding> findings) {
        return findings.isEmpty() ? "[]" : JSON.writeValueAsString(findings);
    }

    static List<Finding> read(String text) {
        return text.equals("[]") ? List.of() : JSON.readValue(text, FINDINGS);
    }
}
