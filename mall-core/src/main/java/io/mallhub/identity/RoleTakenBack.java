package io.mallhub.identity;

import java.util.UUID;

/**
 * A delegation ended before its last day; published in the transaction that did it.
 *
 * @param principal login of who had given the role
 * @param delegate login of who had it meanwhile
 * @param by login of who ended it, one of the two or an administrator
 * @param byName for the other one to read
 */
public record RoleTakenBack(
        UUID delegation, String principal, String delegate, String by, String byName) {}
