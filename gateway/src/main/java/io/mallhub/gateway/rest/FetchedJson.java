package io.mallhub.gateway.rest;

import io.mallhub.gateway.wire.Order;
import java.util.List;

/**
 * @param confirmUntil orders not confirmed by then are handed out again
 * @param more others are ready
 */
record FetchedJson(String confirmUntil, boolean more, List<Order> orders) {}
