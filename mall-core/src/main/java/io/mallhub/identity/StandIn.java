package io.mallhub.identity;

import java.time.LocalDate;

/**
 * A role whose tasks a person does for a colleague now.
 *
 * @param login of the colleague
 * @param name of the colleague
 * @param until last day, a date of the mall
 */
public record StandIn(Role role, String login, String name, LocalDate until) {}
