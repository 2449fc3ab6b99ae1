package io.mallhub.commission;

/** The beneficiary agrees before the window is over. */
public record StatementConfirmed(String number) {}
