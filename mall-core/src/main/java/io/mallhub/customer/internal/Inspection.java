package io.mallhub.customer.internal;

/** What came of looking at an uploaded file. */
sealed interface Inspection {
    record Passed(CheckedFile file) implements Inspection {}

    /**
     * @param problem message key, words for the applicant
     */
    record Refused(String problem, String detail) implements Inspection {}
}
