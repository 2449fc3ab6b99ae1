package io.mallhub.commission;

/** The beneficiary may read and dispute it. */
public record StatementPublished(String number, String beneficiary) {}
