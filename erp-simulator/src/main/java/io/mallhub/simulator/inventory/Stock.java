package io.mallhub.simulator.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The whole stock of one material.
 *
 * @param onHand sum of the batches, expired ones included
 * @param allocated what accepted sales orders still take
 * @param version one more with each change
 * @param batches first expiring first; none with quantity 0
 */
public record Stock(
        String material,
        BigDecimal onHand,
        BigDecimal allocated,
        long version,
        Instant modifyTime,
        List<Batch> batches) {

    /** On hand less allocated; below zero after an issue of allocated goods. */
    public BigDecimal available() {
        return onHand.subtract(allocated);
    }

    /** What a further order may still take: expired batches don't count. */
    public BigDecimal promisable(LocalDate today) {
        return batches.stream()
                .filter(batch -> !batch.expiredOn(today))
                .map(Batch::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(allocated);
    }
}
