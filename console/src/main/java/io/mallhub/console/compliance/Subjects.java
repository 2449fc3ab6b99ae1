package io.mallhub.console.compliance;

import io.mallhub.webkit.Words;
import org.springframework.stereotype.Component;

/**
 * What a finding or a difference is about, in words: {@code company.address}, {@code
 * BUSINESS_LICENCE}, {@code BUSINESS_LICENCE.validUntil}. As {@code subjects} in templates.
 */
@Component
public class Subjects {
    private final Words words;

    Subjects(Words words) {
        this.words = words;
    }

    public String of(String subject) {
        int dot = subject.indexOf('.');
        String document = dot < 0 ? subject : subject.substring(0, dot);
        String type = words.codeOr("DocumentType." + document, "");
        if (type.isEmpty()) {
            return words.code(subject);
        }
        String field = dot < 0 ? "" : subject.substring(dot + 1);
        return field.isEmpty() ? type : type + " · " + words.codeOr("field." + field, field);
    }
}
