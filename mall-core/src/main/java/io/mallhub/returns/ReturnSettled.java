package io.mallhub.returns;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;

/**
 * The money of a return has gone back; published once, in the transaction that posted it. Whoever
 * earned on these goods claws back by it.
 *
 * @param lines per order line what was accepted, only lines with something accepted, all amounts
 *     positive; over all returns of a line they add up to the line, to the cent
 */
public record ReturnSettled(
        String number, String orderNumber, CustomerId customer, List<Line> lines, Instant at) {
    public ReturnSettled {
        lines = List.copyOf(lines);
    }

    /**
     * @param orderLine 1-based
     * @param gross with tax; {@code net} without
     */
    public record Line(
            int orderLine,
            ProductId product,
            Quantity accepted,
            Money gross,
            Money net,
            Money tax) {}
}
