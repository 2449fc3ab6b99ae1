package io.mallhub.returns;

/** A return was taken; its process starts. */
public record ReturnSubmitted(String number) {}
