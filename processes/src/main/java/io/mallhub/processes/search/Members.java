package io.mallhub.processes.search;

import io.mallhub.processes.sql.Conditions;
import java.util.HashMap;
import java.util.Map;

/**
 * Instances that have something: a row of another table. Few of them are looked up by their keys;
 * where there are many, the list is read in its order and each instance is asked. Left to itself
 * the database would gather them all first, however many there are.
 *
 * @param table of the schema engine
 * @param found conditions that an index answers
 * @param asked conditions on the rows of one instance, without what only serves an index
 * @param order of the index that answers: where most rows fit, the database would read the whole
 *     table to find some of them; empty where it cannot be mistaken
 * @param few up to so many are looked up: as many as are found and sorted within the time of a page
 */
record Members(String table, Conditions found, Conditions asked, String order, int few) {
    private static final int FEW = 10_000;

    /** Of a text every row found costs some 20 microseconds for the pairs of its letters. */
    private static final int FEW_TEXTS = 2_500;

    static Members of(String table, Conditions conditions) {
        return new Members(table, conditions, conditions, "", FEW);
    }

    static Members of(String table, Conditions found, Conditions asked) {
        return new Members(table, found, asked, "", FEW);
    }

    static Members ofTexts(String table, Conditions found, Conditions asked) {
        return new Members(table, found, asked, "", FEW_TEXTS);
    }

    static Members ofNumbers(String table, Conditions found, Conditions asked, String number) {
        return new Members(table, found, asked, " ORDER BY " + number, FEW);
    }

    /**
     * @param rows counted up to one more than few
     * @param instances of these rows
     */
    record Counted(int rows, int instances) {}

    /** Counts up to {@code :limit} rows, and the instances among them. */
    String counted() {
        return "SELECT count(*) AS rows, count(DISTINCT m.process_instance_key) AS instances"
                + " FROM (SELECT process_instance_key FROM engine."
                + table
                + found.where()
                + order
                + " LIMIT :limit) AS m";
    }

    boolean areFew(Counted counted) {
        return counted.rows() <= few;
    }

    String lookedUp() {
        return "i.key = ANY (ARRAY(SELECT process_instance_key FROM engine."
                + table
                + found.where()
                + "))";
    }

    /** OFFSET 0 keeps the database from turning it into a join of everything. */
    String askedEach() {
        return "EXISTS (SELECT 1 FROM engine."
                + table
                + " m"
                + asked.where()
                + " AND m.process_instance_key = i.key OFFSET 0)";
    }

    Map<String, Object> parameters() {
        Map<String, Object> all = new HashMap<>(found.parameters());
        all.putAll(asked.parameters());
        return all;
    }
}
