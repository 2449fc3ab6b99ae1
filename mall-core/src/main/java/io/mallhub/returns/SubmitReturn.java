package io.mallhub.returns;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param idempotencyKey chosen by the door for one intended return (at most 100 characters); the
 *     same key and content again gives the same return, the same key with other content is refused
 * @param lines 1 to 500, each bound to one batch of one delivery
 * @param reason RECALL only for goods of locked batches
 * @param temperatures needed as soon as one line is cold chain, unless it is a recall
 */
public record SubmitReturn(
        CustomerId company,
        String orderNumber,
        String idempotencyKey,
        ReturnReason reason,
        ReturnWish wish,
        String note,
        @Nullable TemperatureRecord temperatures,
        List<Line> lines,
        Actor by) {
    public SubmitReturn {
        lines = List.copyOf(lines);
    }

    /**
     * @param orderLine 1-based
     * @param expiry as printed on the goods; must be that of the shipment
     * @param traceCodes 20 digits each; empty where none were scanned
     */
    public record Line(
            String delivery,
            int orderLine,
            String batch,
            @Nullable LocalDate expiry,
            Quantity quantity,
            List<String> traceCodes) {
        public Line {
            traceCodes = List.copyOf(traceCodes);
        }
    }
}
