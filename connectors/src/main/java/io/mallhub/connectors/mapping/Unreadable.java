package io.mallhub.connectors.mapping;

/** Stands for a value that an expression or conversion could not make, with the reason in words. */
record Unreadable(String reason) {}
