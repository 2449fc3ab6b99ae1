package io.mallhub.order.internal;

import io.mallhub.order.ChangeOrder;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change makes of the lines of an order: which stay, with which quantity, and where they
 * stood.
 *
 * @param places of the lines that stay, 0-based, in the order as it stands
 */
record ChangePlan(List<OrderLine> before, List<SubmitOrder.Line> wanted, List<Integer> places) {
    static ChangePlan of(List<OrderLine> before, List<ChangeOrder.Line> changes) {
        Map<Integer, Quantity> quantities =
                changes.stream()
                        .collect(
                                Collectors.toMap(
                                        ChangeOrder.Line::number, ChangeOrder.Line::quantity));
        List<SubmitOrder.Line> wanted = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < before.size(); place++) {
            OrderLine line = before.get(place);
            Quantity quantity = quantities.getOrDefault(place + 1, line.quantity());
            if (!quantity.isZero()) {
                wanted.add(new SubmitOrder.Line(line.product(), quantity));
                places.add(place);
            }
        }
        return new ChangePlan(List.copyOf(before), wanted, places);
    }

    boolean changesNothing() {
        return wanted.size() == before.size()
                && wanted.stream()
                        .map(SubmitOrder.Line::quantity)
                        .toList()
                        .equals(before.stream().map(OrderLine::quantity).toList());
    }

    Map<ProductId, Quantity> demand() {
        return OrderAssessment.demand(wanted);
    }

    /** Problems of wanted lines, at the places of the lines they were; of the whole as they are. */
    List<LineProblem> placed(List<LineProblem> problems) {
        return problems.stream()
                .map(
                        it ->
                                new LineProblem(
                                        it.line() < 0 ? it.line() : places.get(it.line()),
                                        it.product(),
                                        it.problem(),
                                        it.detail()))
                .toList();
    }

    /**
     * @param after the lines that stay, as they are sold now
     */
    List<LineChange> evidence(List<OrderLine> after) {
        List<LineChange> evidence = new ArrayList<>();
        for (int place = 0; place < before.size(); place++) {
            int kept = places.indexOf(place);
            @Nullable OrderLine now = kept < 0 ? null : after.get(kept);
            evidence.add(new LineChange(before.get(place), now));
        }
        return evidence;
    }
}
