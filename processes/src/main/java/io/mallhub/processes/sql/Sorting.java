package io.mallhub.processes.sql;

import java.util.Map;

/**
 * The sort keys a list knows, and no others.
 *
 * @param own order of the list itself
 * @param columns by sort key
 */
public record Sorting(String own, Map<String, String> columns) {
    /**
     * @param sort empty, a key, or {@code -key} for descending
     * @throws IllegalArgumentException for a key the list doesn't know
     */
    public String orderBy(String sort) {
        if (sort.isEmpty()) {
            return " ORDER BY " + own;
        }
        boolean descending = sort.startsWith("-");
        String column = columns.get(descending ? sort.substring(1) : sort);
        if (column == null) {
            throw new IllegalArgumentException("This list is not sorted by " + sort);
        }
        return " ORDER BY " + column + (descending ? " DESC" : "") + " NULLS LAST, " + own;
    }
}
