package io.mallhub.order;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import java.util.Map;

/**
 * @param revision of the order that was seen
 * @param keep what stays by 1-based line; of a line that is missing, all. Gifts follow from what is
 *     bought
 * @param reason 1 to 500 characters
 * @param seen of the statement that was shown ({@link PartStatement#seen()})
 */
public record CancelPart(
        String orderNumber,
        int revision,
        Map<Integer, Quantity> keep,
        String reason,
        String seen,
        Actor by) {
    public CancelPart {
        keep = Map.copyOf(keep);
    }
}
