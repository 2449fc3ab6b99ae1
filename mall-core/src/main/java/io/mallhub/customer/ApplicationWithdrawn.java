package io.mallhub.customer;

/** The applicant took it back. */
public record ApplicationWithdrawn(String number, String reason) {}
