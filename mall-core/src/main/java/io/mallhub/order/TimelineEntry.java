package io.mallhub.order;

import java.time.Instant;

/**
 * One thing that happened to an order.
 *
 * @param what message key: order.submitted, order.changed, order.approved, order.sent,
 *     order.erp-accepted, order.shipped …
 */
public record TimelineEntry(Instant at, String what, String by, String detail) {}
