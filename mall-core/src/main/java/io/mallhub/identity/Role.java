package io.mallhub.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a member of staff is for: a duty. The candidate groups of user tasks carry the same names
 * ({@link #group()}), notices go to duties, four eyes look at them. Which pages and acts each opens
 * is not said here but in {@link TeamRoles}.
 */
public enum Role {
    QUALITY,
    QUALITY_HEAD,
    SALES,
    FINANCE,
    WAREHOUSE,
    INSPECTOR,
    OPERATOR,
    INTEGRATION,
    MARKETING,
    SALESPERSON,
    ADMIN;

    /**
     * Whether its tasks may be given to a colleague: not the keys of the house, nor one's own pay.
     */
    public boolean isDelegable() {
        return this != ADMIN && this != SALESPERSON;
    }

    /** The built-in role of this name, if there is one. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }

    /** Candidate group in BPMN: {@code quality-head} for {@link #QUALITY_HEAD}. */
    public String group() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
