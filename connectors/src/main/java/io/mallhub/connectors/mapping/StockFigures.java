package io.mallhub.connectors.mapping;

import io.mallhub.connectors.canonical.ErpStock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings figures that an ERP keeps per product down to batches. What is allocated is taken from
 * batches as a warehouse does, first expired first, expired ones last: the sellable sum over
 * unexpired batches is then right whatever batch the ERP will really pick.
 *
 * @param total of the product; above the sum of the batches it adds a batch without number, below
 *     it (the ERP reports what is available, its batches what is there) the batches are lowered
 * @param allocated of the product
 */
record StockFigures(
        LocalDate today,
        @Nullable BigDecimal total,
        @Nullable BigDecimal allocated,
        List<ErpStock.Batch> given) {

    List<ErpStock.Batch> batches() {
        List<ErpStock.Batch> batches = new ArrayList<>(given);
        if (total != null) {
            BigDecimal sum =
                    given.stream()
                            .map(ErpStock.Batch::quantity)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal beyond = total.subtract(sum);
            if (beyond.signum() > 0) {
                batches.add(new ErpStock.Batch("", null, beyond, BigDecimal.ZERO));
            } else {
                batches = taken(batches, beyond.negate(), false);
            }
        }
        return allocated == null ? batches : taken(batches, allocated, true);
    }

    /**
     * @param keep true: the amount is noted as allocated; false: the quantity itself shrinks
     */
    private List<ErpStock.Batch> taken(
            List<ErpStock.Batch> batches, BigDecimal amount, boolean keep) {
        List<ErpStock.Batch> order = new ArrayList<>(batches);
        order.sort(
                Comparator.comparing(this::expired)
                        .thenComparing(
                                ErpStock.Batch::expiry,
                                Comparator.nullsLast(Comparator.naturalOrder())));
        List<ErpStock.Batch> result = new ArrayList<>();
        BigDecimal left = amount;
        for (ErpStock.Batch b : order) {
            BigDecimal free = b.quantity().subtract(b.allocated()).max(BigDecimal.ZERO);
            BigDecimal take = left.min(free);
            left = left.subtract(take);
            result.add(
                    keep
                            ? new ErpStock.Batch(
                                    b.number(), b.expiry(), b.quantity(), b.allocated().add(take))
                            : new ErpStock.Batch(
                                    b.number(),
                                    b.expiry(),
                                    b.quantity().subtract(take),
                                    b.allocated()));
        }
        if (left.signum() > 0 && keep) {
            result.add(new ErpStock.Batch("", null, BigDecimal.ZERO, left));
        }
        return result;
    }

    private boolean expired(ErpStock.Batch batch) {
        return batch.expiry() != null && batch.expiry().isBefore(today);
    }
}
