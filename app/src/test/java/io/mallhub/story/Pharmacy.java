package io.mallhub.story;

/**
 * A company that registers.
 *
 * @param risky its licence opens controlled goods: a second person must approve
 */
public record Pharmacy(String login, String name, String uscc, String licence, boolean risky) {}
