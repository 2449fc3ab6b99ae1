package io.mallhub.console.orders;

import io.mallhub.order.ChangeOrder;
import io.mallhub.order.OrderView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * What the desk typed to change an order, as typed: shown again when it is refused.
 *
 * @param revision of the order that the page showed
 * @param quantities one per line of the order
 * @param out numbers of lines to take out
 */
record ChangeForm(String revision, List<String> quantities, Set<String> out, String reason)
        implements Serializable {
    static ChangeForm of(OrderView order) {
        return new ChangeForm(
                String.valueOf(order.revision()),
                order.lines().stream().map(line -> line.quantity().toString()).toList(),
                Set.of(),
                "");
    }

    static ChangeForm typed(MultiValueMap<String, String> fields) {
        String revision = fields.getFirst("revision");
        String reason = fields.getFirst("reason");
        return new ChangeForm(
                revision == null ? "" : revision,
                List.copyOf(fields.getOrDefault("quantity", List.of())),
                Set.copyOf(fields.getOrDefault("out", List.of())),
                reason == null ? "" : reason.strip());
    }

    /** Public for the page. */
    public boolean takesOut(int line) {
        return out.contains(String.valueOf(line));
    }

    /** Number of the first line whose quantity is none, 1-based. */
    Optional<Integer> unreadable() {
        for (int line = 1; line <= quantities.size(); line++) {
            if (!takesOut(line) && Quantity.typed(quantities.get(line - 1)).isEmpty()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /**
     * Every quantity is readable.
     *
     * @throws NumberFormatException for a revision that no page of ours has
     */
    ChangeOrder command(String number, Actor by) {
        List<ChangeOrder.Line> lines = new ArrayList<>();
        for (int line = 1; line <= quantities.size(); line++) {
            Quantity quantity =
                    takesOut(line)
                            ? Quantity.ZERO
                            : Quantity.typed(quantities.get(line - 1)).orElseThrow();
            lines.add(new ChangeOrder.Line(line, quantity));
        }
        return new ChangeOrder(number, Integer.parseInt(revision), lines, reason, by);
    }
}
