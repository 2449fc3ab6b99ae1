package io.mallhub.order;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import java.util.List;

/**
 * @param revision of the order that the changer saw; refused when it was changed since
 * @param lines those that change; the others stay as they are
 * @param reason told to the buyer; 1 to 500 characters
 */
public record ChangeOrder(
        String orderNumber, int revision, List<Line> lines, String reason, Actor by) {
    public ChangeOrder {
        lines = List.copyOf(lines);
    }

    /**
     * @param number 1-based
     * @param quantity from now on; zero takes the line out
     */
    public record Line(int number, Quantity quantity) {}
}
