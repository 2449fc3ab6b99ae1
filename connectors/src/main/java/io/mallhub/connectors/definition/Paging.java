package io.mallhub.connectors.definition;

/**
 * @param largest most records the ERP gives in one page
 * @param first number of the first page, for {@link Kind#PAGE}
 */
public record Paging(Kind kind, int largest, int first) {
    /** How a list is walked. */
    public enum Kind {
        /** By the last record's time and key: nothing is lost when rows change meanwhile. */
        KEYSET,
        /** By page number; rows that change meanwhile move between pages. */
        PAGE,
        /** By number of rows to skip; rows that change meanwhile move. */
        OFFSET,
        /** Everything in one reply. */
        NONE
    }
}
