package io.mallhub.recall;

import io.mallhub.order.ShippedBatches;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recall whole.
 *
 * @param noticeDue by when everybody known at the opening has to be told
 * @param locked whether the batch is locked now
 * @param closing null while open
 * @param unlocking null until the batch was unlocked through this recall
 */
public record RecallView(
        String number,
        ProductId product,
        String code,
        String name,
        String unit,
        String batch,
        RecallClass recallClass,
        String reason,
        Act opening,
        Instant noticeDue,
        RecallState state,
        boolean locked,
        @Nullable Act closing,
        @Nullable Act unlocking,
        List<Buyer> buyers) {
    public RecallView {
        buyers = List.copyOf(buyers);
    }

    public record Act(Actor by, Instant at, String reason) {}

    /**
     * @param due by when this buyer has to be told
     * @param notifiedAt null: not told yet
     * @param confirmedAt null: has not confirmed that the notice was read
     * @param returned came back, less what was sent to the buyer again
     */
    public record Buyer(
            CustomerId customer,
            String name,
            Instant due,
            @Nullable Instant notifiedAt,
            @Nullable Instant confirmedAt,
            @Nullable Actor confirmedBy,
            List<ShippedBatches.Delivery> deliveries,
            Quantity returned) {
        public Buyer {
            deliveries = List.copyOf(deliveries);
        }

        public Quantity got() {
            return deliveries.stream()
                    .map(ShippedBatches.Delivery::quantity)
                    .reduce(Quantity.ZERO, Quantity::plus);
        }

        /** Told too late, or not at all though it was due. */
        public boolean isLate(Instant now) {
            Instant told = notifiedAt == null ? now : notifiedAt;
            return told.isAfter(due);
        }
    }

    public List<Buyer> notNotified() {
        return buyers.stream().filter(it -> it.notifiedAt() == null).toList();
    }

    public List<Buyer> unconfirmed() {
        return buyers.stream().filter(it -> it.confirmedAt() == null).toList();
    }
}
