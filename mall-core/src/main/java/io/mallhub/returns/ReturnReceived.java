package io.mallhub.returns;

/** The goods are in the quarantine area. */
public record ReturnReceived(String number) {}
