package io.mallhub.order.internal;

import jakarta.persistence.Embeddable;

/** One reason why an order needs approval. */
@Embeddable
record ApprovalStop(String kind, String detail) {}
