package io.mallhub.recall;

import io.mallhub.shared.ProductId;
import java.time.Instant;

/**
 * @param locked whether the batch is locked now, by whichever recall
 * @param buyers who got some of the batch
 */
public record RecallRow(
        String number,
        ProductId product,
        String code,
        String name,
        String batch,
        RecallClass recallClass,
        RecallState state,
        boolean locked,
        Instant openedAt,
        Instant noticeDue,
        int buyers,
        int notNotified,
        int unconfirmed) {
    public RecallRow with(boolean isLocked) {
        return new RecallRow(
                number,
                product,
                code,
                name,
                batch,
                recallClass,
                state,
                isLocked,
                openedAt,
                noticeDue,
                buyers,
                notNotified,
                unconfirmed);
    }
}
