package io.mallhub.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that one person may, and why.
 *
 * @param sources by permission, of those that not everybody has
 * @param conflicts among them
 */
public record HeldPermissions(
        StaffView person, Map<String, List<Source>> sources, List<PermissionConflict> conflicts) {

    public sealed interface Source {
        /** A built-in role of his own. */
        record BuiltIn(Role role) implements Source {}

        /** A role of the house. */
        record House(String code, String name) implements Source {}

        /**
         * A colleague's tasks.
         *
         * @param until last day
         */
        record For(Role role, String colleague, LocalDate until) implements Source {}
    }
}
