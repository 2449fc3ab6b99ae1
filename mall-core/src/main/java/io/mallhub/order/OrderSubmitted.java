package io.mallhub.order;

/** An order was taken; its process starts. */
public record OrderSubmitted(String number) {}
