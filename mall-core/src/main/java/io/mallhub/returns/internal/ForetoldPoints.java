package io.mallhub.returns.internal;

import io.mallhub.points.Points;
import io.mallhub.returns.Reversal;
import io.mallhub.returns.ReversalConsequences;
import io.mallhub.shared.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a return will take back of the points that its goods earned. */
@Component
class ForetoldPoints implements ReversalConsequences {
    private final Points points;

    ForetoldPoints(Points points) {
        this.points = points;
    }

    @Override
    public List<Reversal.Consequence> of(String orderNumber, List<Reversal.Line> accepted) {
        Map<Integer, Money> returned = new HashMap<>();
        accepted.forEach(line -> returned.merge(line.orderLine(), line.gross(), Money::plus));
        long taken = points.foretell(orderNumber, returned);
        return taken == 0
                ? List.of()
                : List.of(
                        new Reversal.Consequence(
                                "reversal.points-taken", Money.ZERO, Long.toString(taken), false));
    }
}
