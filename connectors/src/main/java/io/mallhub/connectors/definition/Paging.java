package io.mallhub.connectors.definition;

import java.time.Period;

/**
 * @param largest most records the ERP gives in one page
 * @param first number of the first page, for {@link Kind#PAGE}
 * @param next expression that finds the next page's token or link in a reply; nothing there: it was
 *     the last page
 * @param back how far the beginning of a walk is put back, for lists that can only be asked by the
 *     day of a paper, which may be posted later
 */
public record Paging(Kind kind, int largest, int first, String next, Period back) {
    /** How a list is walked. */
    public enum Kind {
        /** By the last record's time and key: nothing is lost when rows change meanwhile. */
        KEYSET,
        /** By page number; rows that change meanwhile move between pages. */
        PAGE,
        /** By number of rows to skip; rows that change meanwhile move. */
        OFFSET,
        /** By a word of the ERP that stands for what comes next. */
        TOKEN,
        /** By an address that the ERP gives, of the same server. */
        LINK,
        /** Everything in one reply. */
        NONE;

        public boolean asksForNext() {
            return this == TOKEN || this == LINK;
        }
    }
}
