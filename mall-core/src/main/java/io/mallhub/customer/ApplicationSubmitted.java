package io.mallhub.customer;

import io.mallhub.shared.CustomerId;

/** The applicant handed in a round; starts or continues the process. */
public record ApplicationSubmitted(String number, int round, CustomerId customer) {}
