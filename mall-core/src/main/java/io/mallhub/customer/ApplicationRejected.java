package io.mallhub.customer;

import io.mallhub.shared.CustomerId;

/** The application has ended without a customer. */
public record ApplicationRejected(String number, CustomerId customer, String reason) {}
