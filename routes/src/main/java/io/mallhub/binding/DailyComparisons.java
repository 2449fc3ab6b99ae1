package io.mallhub.binding;

/** Comparisons that the hub starts itself, once a day, see {@link Connections#compareDaily}. */
public interface DailyComparisons {
    /**
     * Starts those that are due, of every kind of record that is switched on; one that is still
     * under way goes on instead. Nodes that call this together start none twice. What no node was
     * there for is made up for once.
     */
    void startDue();
}
