package io.mallhub.stock.internal;

import io.mallhub.shared.Quantity;
import io.mallhub.stock.StockEquation;

/**
 * @param held sum of the mall's active holds that the ERP's figures don't contain yet
 */
record HeldLevel(StockLevel level, Quantity held) {
    Quantity sellable() {
        return level.sellable(held);
    }

    StockEquation equation() {
        return new StockEquation(
                level.product(),
                level.onHand(),
                level.allocated(),
                held,
                sellable(),
                level.asOf(),
                level.batches());
    }
}
