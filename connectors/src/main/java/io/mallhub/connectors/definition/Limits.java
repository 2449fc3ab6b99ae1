package io.mallhub.connectors.definition;

/**
 * What an ERP can bear, for each node of the hub.
 *
 * @param callsPerSecond 0 for any
 * @param atOnce most calls at the same time; 0 for any
 */
public record Limits(int callsPerSecond, int atOnce) {
    public static final Limits NONE = new Limits(0, 0);
}
