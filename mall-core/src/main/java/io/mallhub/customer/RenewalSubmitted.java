package io.mallhub.customer;

/**
 * A new version was handed in.
 *
 * @param attempt 1 for the first
 */
public record RenewalSubmitted(String number, int attempt) {}
