package io.mallhub.order;

import java.time.Instant;

/** Someone with the right asked to stop it; each request once. */
public record OrderCancelRequested(String number, String reason, String by, Instant at) {}
