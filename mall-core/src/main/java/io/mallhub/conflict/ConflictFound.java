package io.mallhub.conflict;

/** A person must decide between two values. */
public record ConflictFound(String number, Field field, String title) {}
