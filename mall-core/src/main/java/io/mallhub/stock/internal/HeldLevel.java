package io.mallhub.stock.internal;

import io.mallhub.shared.Quantity;
import io.mallhub.stock.StockEquation;

/**
 * @param held sum of the mall's active holds that the ERP's figures don't contain yet
 * @param locked sum of what is on hand and not allocated in locked batches
 * @param fenced sum of what is set aside
 */
record HeldLevel(StockLevel level, Quantity held, Quantity locked, Quantity fenced) {
    Quantity sellable() {
        return level.sellable(held.plus(locked).plus(fenced));
    }

    /** To who may have so much of what is set aside. */
    Quantity sellableWith(Quantity part) {
        Quantity there = level.sellable(held.plus(locked));
        Quantity together = sellable().plus(part);
        return there.compareTo(together) < 0 ? there : together;
    }

    StockEquation equation() {
        return new StockEquation(
                level.product(),
                level.onHand(),
                level.allocated(),
                locked,
                held,
                fenced,
                sellable(),
                level.asOf(),
                level.batches());
    }
}
