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
 */
record Members(String table, Conditions found, Conditions asked) {
    static Members of(String table, Conditions conditions) {
        return new Members(table, conditions, conditions);
    }

    /** Counts them up to {@code :limit}. */
    String counted() {
        return "SELECT count(*) FROM (SELECT 1 FROM engine."
                + table
                + found.where()
                + " LIMIT :limit) AS counted";
    }

    /**
     * Counts the instances among the first {@code :limit} rows found: enough where it is only asked
     * whether there are more than so many.
     */
    String countedInstances() {
        return "SELECT count(DISTINCT m.process_instance_key)"
                + " FROM (SELECT process_instance_key FROM engine."
                + table
                + found.where()
                + " LIMIT :limit) AS m";
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
