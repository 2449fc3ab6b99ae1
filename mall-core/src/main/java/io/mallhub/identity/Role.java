package io.mallhub.identity;

/**
 * What a member of staff is for; the candidate groups of user tasks carry the same names ({@link
 * #group()}).
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

    /** Candidate group in BPMN: {@code quality-head} for {@link #QUALITY_HEAD}. */
    public String group() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
