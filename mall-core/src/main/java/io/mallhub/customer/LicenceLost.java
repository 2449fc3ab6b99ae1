package io.mallhub.customer;

import io.mallhub.shared.CustomerId;

/**
 * Something that the company could sell or order by no longer holds: a document has expired without
 * a new one, a new version states less than the one before it, or the company was locked. What that
 * means for an order, the licence gate says.
 *
 * @param occasion tells two losses apart
 */
public record LicenceLost(CustomerId customer, String occasion) {}
