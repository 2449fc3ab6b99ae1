package io.mallhub.returns.internal;

import io.mallhub.order.OrderView;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The points that paid a part of goods go back with them: each piece of a line used as many as
 * another. All returns of an order together give back whole points, and all of them when everything
 * has come back.
 */
final class PointsBack {
    /** Enough that thirds add up to a whole again. */
    private static final int SCALE = 6;

    private PointsBack() {}

    /**
     * @param kept what stays of each 1-based line
     * @param given back by other returns
     */
    static long of(OrderView order, Map<Integer, Quantity> kept, long given) {
        long used = order.points();
        return used == 0 ? 0 : Math.max(0, freed(order, used, kept) - given);
    }

    private static long freed(OrderView order, long used, Map<Integer, Quantity> kept) {
        BigDecimal paid =
                order.lines().stream()
                        .map(line -> line.points().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal freed = BigDecimal.ZERO;
        for (OrderView.Line line : order.lines()) {
            Quantity back = line.quantity().minus(kept.getOrDefault(line.number(), Quantity.ZERO));
            freed =
                    freed.add(
                            BigDecimal.valueOf(used)
                                    .multiply(line.points().amount())
                                    .multiply(back.amount())
                                    .divide(
                                            line.quantity().amount().multiply(paid),
                                            SCALE,
                                            RoundingMode.HALF_UP));
        }
        return freed.setScale(SCALE - 1, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
