package io.mallhub.returns;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import java.util.List;

/**
 * Goods of a return are put into the quarantine area.
 *
 * @param quantities for each line of the return in order, 0 to what was announced; not all 0
 */
public record ReceiveReturn(String number, List<Quantity> quantities, Actor by) {
    public ReceiveReturn {
        quantities = List.copyOf(quantities);
    }
}
