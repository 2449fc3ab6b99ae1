package io.mallhub.identity;

/**
 * A role whose tasks a person does for a colleague now.
 *
 * @param login of the colleague
 * @param name of the colleague
 */
public record StandIn(Role role, String login, String name) {}
