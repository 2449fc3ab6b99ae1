package io.mallhub.commission;

/** One line is held until somebody answers. */
public record LineDisputed(String number, long dispute) {}
