package io.mallhub.order;

/**
 * Someone with the right asked to cancel a part of an approved order.
 *
 * @param part the request: each once
 */
public record PartCancelRequested(String number, long part, String reason, String by) {}
