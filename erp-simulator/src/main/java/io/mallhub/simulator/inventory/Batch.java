package io.mallhub.simulator.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A batch on hand.
 *
 * @param validUntil last day of use
 */
public record Batch(String batchNo, LocalDate validUntil, BigDecimal quantity) {

    public boolean expiredOn(LocalDate day) {
        return validUntil.isBefore(day);
    }
}
