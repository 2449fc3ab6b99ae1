package io.mallhub.order;

/**
 * The ERP has the order no longer, and it is to be sent there as it stands now: a part of it was
 * cancelled.
 *
 * @param occurrence each one once
 */
public record OrderReduced(String number, String occurrence) {}
