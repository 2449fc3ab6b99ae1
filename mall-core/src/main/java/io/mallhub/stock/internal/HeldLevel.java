package io.mallhub.stock.internal;

import io.mallhub.shared.Quantity;
import io.mallhub.stock.StockEquation;

/**
 * @param held sum of the mall's active holds that the ERP's figures don't contain yet
 * @param locked sum of what is on hand and not allocated in locked batches
 */
record HeldLevel(StockLevel level, Quantity held, Quantity locked) {
    Quantity sellable() {
        return level.sellable(held.plus(locked));
    }

    StockEquation equation() {
        return new StockEquation(
                level.product(),
                level.onHand(),
                level.allocated(),
                locked,
                held,
                sellable(),
                level.asOf(),
                level.batches());
    }
}
