package io.mallhub.conflict;

/**
 * What the two sides say.
 *
 * @param subject id of the thing in the mall
 * @param title what people call it
 */
public record Disagreement(String subject, String title, String mallValue, String erpValue) {}
