package io.mallhub.identity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody stands in for a colleague from the first through the last day; published in the
 * transaction that did it.
 *
 * @param principal name of who gave the role
 * @param delegate login of who has it meanwhile
 */
public record RoleGiven(
        UUID delegation,
        String principal,
        String delegate,
        LocalDate from,
        LocalDate until,
        String reason) {}
