package io.mallhub.order;

/** Someone with the right asked to stop it. */
public record OrderCancelRequested(String number, String reason, String by) {}
