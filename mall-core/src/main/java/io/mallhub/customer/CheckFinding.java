package io.mallhub.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One automatic check with its evidence.
 *
 * @param check kebab-case name: uscc, duplicate, completeness, number-format, expiry, scope …
 * @param subject what was looked at: a field, or a document type
 * @param evidence what was seen: a message key; in reports of before 2026-11-29 the words
 *     themselves
 * @param values what the message names, for a reviewer to verify (computed check character, the
 *     other customer's number); an enum constant as {@code EnumName.CONSTANT}, several things
 *     separated by comma and blank
 */
public record CheckFinding(
        String check, String subject, Result result, String evidence, List<String> values) {
    public CheckFinding(
            String check,
            String subject,
            Result result,
            String evidence,
            @Nullable List<String> values) {
        this.check = check;
        this.subject = subject;
        this.result = result;
        this.evidence = evidence;
        this.values = values == null ? List.of() : List.copyOf(values);
    }

    public enum Result {
        PASSED,
        WARNING,
        FAILED
    }
}
