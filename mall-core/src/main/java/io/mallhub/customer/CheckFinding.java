package io.mallhub.customer;

/**
 * One automatic check with its evidence.
 *
 * @param check kebab-case name: uscc, duplicate, completeness, number-format, expiry, scope …
 * @param subject what was looked at: a field, or a document type
 * @param evidence what was seen, in values a reviewer can verify (computed check character, the
 *     other customer's number)
 */
public record CheckFinding(String check, String subject, Result result, String evidence) {
    public enum Result {
        PASSED,
        WARNING,
        FAILED
    }
}
