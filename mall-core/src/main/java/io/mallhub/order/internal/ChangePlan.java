package io.mallhub.order.internal;

import io.mallhub.order.ChangeOrder;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change makes of the bought lines of an order: which stay, with which quantity, and where
 * they stood. Gifts follow from them.
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
            if (!quantity.isZero() && !line.isGift()) {
                wanted.add(new SubmitOrder.Line(line.product(), quantity));
                places.add(place);
            }
        }
        return new ChangePlan(List.copyOf(before), wanted, places);
    }

    boolean changesNothing() {
        List<OrderLine> bought = before.stream().filter(it -> !it.isGift()).toList();
        return wanted.size() == bought.size()
                && wanted.stream()
                        .map(SubmitOrder.Line::quantity)
                        .toList()
                        .equals(bought.stream().map(OrderLine::quantity).toList());
    }

    /** Problems of wanted lines, at the places of the lines they were; of the whole as they are. */
    List<LineProblem> placed(List<LineProblem> problems) {
        return problems.stream()
                .map(
                        it ->
                                new LineProblem(
                                        place(it.line()), it.product(), it.problem(), it.detail()))
                .toList();
    }

    /** A gift is a matter of the whole. */
    private int place(int line) {
        return line < 0 || line >= places.size() ? -1 : places.get(line);
    }

    /**
     * @param after the lines that stay, as they are sold now, then gifts
     */
    List<LineChange> evidence(List<OrderLine> after) {
        List<OrderLine> gifts = new ArrayList<>(after.subList(places.size(), after.size()));
        List<LineChange> evidence = new ArrayList<>();
        for (int place = 0; place < before.size(); place++) {
            OrderLine was = before.get(place);
            int kept = places.indexOf(place);
            @Nullable OrderLine now =
                    was.isGift() ? taken(gifts, was) : kept < 0 ? null : after.get(kept);
            evidence.add(new LineChange(was, now));
        }
        gifts.forEach(it -> evidence.add(LineChange.added(it)));
        return evidence;
    }

    /** What this gift has become; null when it is given no more. */
    private static @Nullable OrderLine taken(List<OrderLine> gifts, OrderLine was) {
        for (OrderLine gift : gifts) {
            if (gift.gift().equals(was.gift()) && gift.product().equals(was.product())) {
                gifts.remove(gift);
                return gift;
            }
        }
        return null;
    }
}
