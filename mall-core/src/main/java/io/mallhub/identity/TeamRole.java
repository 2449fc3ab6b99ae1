package io.mallhub.identity;

import java.util.Set;

/**
 * A role that the house made, as a member has it.
 *
 * @param duties whose tasks its members take part in
 */
public record TeamRole(String code, String name, Set<Role> duties) {
    public TeamRole {
        duties = Set.copyOf(duties);
    }
}
