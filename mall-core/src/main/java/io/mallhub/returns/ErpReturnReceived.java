package io.mallhub.returns;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;

/**
 * Command of a route: the ERP's warehouse has taken the goods of a return into its quarantine area.
 *
 * @param receipt the ERP's own number of the receipt: the same again changes nothing
 * @param receiver who took them, in the ERP's words; may be blank
 */
public record ErpReturnReceived(
        String returnNumber,
        String receipt,
        Instant receivedAt,
        String receiver,
        List<Line> lines,
        String connection) {
    public ErpReturnReceived {
        lines = List.copyOf(lines);
    }

    /**
     * @param line 1-based line of the return where the ERP keeps it, else 0: matched by product and
     *     batch
     */
    public record Line(int line, ProductId product, String batch, Quantity quantity) {}
}
