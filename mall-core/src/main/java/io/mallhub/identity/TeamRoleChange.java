package io.mallhub.identity;

import java.time.Instant;
import java.util.List;

/**
 * One version of a role.
 *
 * @param name it had from then on
 * @param by shown name
 */
public record TeamRoleChange(
        long version,
        What what,
        String name,
        List<String> gained,
        List<String> lost,
        List<Role> dutiesGained,
        List<Role> dutiesLost,
        String reason,
        String by,
        Instant at) {
    public enum What {
        MADE,
        CHANGED,
        RETIRED
    }
}
