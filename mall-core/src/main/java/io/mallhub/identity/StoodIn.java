package io.mallhub.identity;

import java.time.Instant;

/**
 * A part that one person decided in place of another.
 *
 * @param part the word its context uses: approve, second-approve, finance, REVIEWED …
 * @param person shown name of who decided
 * @param principalLogin lower case; he counts as having decided it too
 */
public record StoodIn(
        String part,
        boolean agreed,
        String person,
        String principalLogin,
        String principal,
        Instant at) {}
