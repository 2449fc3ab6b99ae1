package io.mallhub.order;

/**
 * The desk changed an order that waited for approval: what was decided so far counts no more, and
 * the order is to be assessed anew.
 *
 * @param revision how often it was changed by now: each change once
 */
public record OrderChanged(String number, int revision) {}
