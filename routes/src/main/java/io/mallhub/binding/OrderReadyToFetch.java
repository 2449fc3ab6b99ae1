package io.mallhub.binding;

/** An approved order lies ready for the ERP of this connection, which fetches its orders itself. */
public record OrderReadyToFetch(String number, String connection) {}
