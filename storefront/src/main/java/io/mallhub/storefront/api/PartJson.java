package io.mallhub.storefront.api;

import io.mallhub.order.PartCancellations.Part;
import io.mallhub.order.PartCancellations.State;
import java.time.Instant;

/** A part of an order that is to be cancelled, or was. */
record PartJson(
        long id, State state, Instant at, String by, String reason, PartStatementJson statement) {
    static PartJson of(Part part) {
        return new PartJson(
                part.id(),
                part.state(),
                part.at(),
                part.by().name(),
                part.reason(),
                PartStatementJson.of(part.statement()));
    }
}
