package io.mallhub.audit.internal;

/** The recorded end of the chain; sequence 0 before the first entry. */
record Head(long sequence, String hash, String signature) {}
