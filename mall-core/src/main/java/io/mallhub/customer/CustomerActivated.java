package io.mallhub.customer;

import io.mallhub.shared.CustomerId;

/** From now on the customer may order. */
public record CustomerActivated(CustomerId customer, String applicationNumber) {}
