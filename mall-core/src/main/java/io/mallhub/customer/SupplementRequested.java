package io.mallhub.customer;

import io.mallhub.shared.CustomerId;

/**
 * The reviewer needs more.
 *
 * @param round that the reviewer looked at
 */
public record SupplementRequested(String number, int round, CustomerId customer, String request) {}
