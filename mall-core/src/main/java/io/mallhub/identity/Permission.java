package io.mallhub.identity;

import java.util.Set;

/**
 * One thing that may be permitted: to open a page, or to do an act. The doors declare what there is
 * ({@link DeclaredPermissions}).
 *
 * @param code as it is kept
 * @param usual the built-in roles that have it unless the house says otherwise
 * @param standIn whether whoever does the tasks of a colleague gets it with them
 */
public record Permission(String code, Reach reach, Set<Role> usual, boolean standIn) {
    public Permission {
        usual = Set.copyOf(usual);
    }

    public enum Reach {
        /** All staff have it. */
        EVERYBODY,
        /** Whoever has a role that has it. */
        ROLES,
        /** Keys of the house: {@link Role#ADMIN} has it, and no other role ever. */
        KEYS
    }
}
