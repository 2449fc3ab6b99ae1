package io.mallhub.simulator.kernel;

/**
 * How this installation behaves.
 *
 * @param refuseDuplicateReferences refuse a second order with the same client bill number
 * @param autoAccept accept new orders at once where stock allows, reject them where it doesn't
 */
public record Options(boolean refuseDuplicateReferences, boolean autoAccept) {}
