package io.mallhub.webkit;

import io.mallhub.order.CancelPart;
import io.mallhub.order.OrderView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What was typed to cancel a part of an order, as typed.
 *
 * @param revision of the order that the page showed
 * @param keep one per line of the order: so many stay
 * @param seen of the statement that was shown; empty before
 * @param submits it is wanted as shown, else only to be shown
 */
public record PartForm(
        String revision, List<String> keep, String reason, String seen, boolean submits) {
    public static PartForm of(OrderView order) {
        return new PartForm(
                String.valueOf(order.revision()),
                order.lines().stream().map(line -> line.quantity().toString()).toList(),
                "",
                "",
                false);
    }

    public static PartForm typed(MultiValueMap<String, String> fields) {
        return new PartForm(
                text(fields, "revision"),
                List.copyOf(fields.getOrDefault("keep", List.of())),
                text(fields, "reason").strip(),
                text(fields, "seen"),
                text(fields, "act").equals("submit"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String text = fields.getFirst(name);
        return text == null ? "" : text;
    }

    /** It is about the order as it stands. */
    public boolean isAbout(OrderView order) {
        return revision.equals(String.valueOf(order.revision()))
                && keep.size() == order.lines().size();
    }

    /** Number of the first line whose quantity is none, 1-based. */
    public Optional<Integer> unreadable() {
        for (int line = 1; line <= keep.size(); line++) {
            if (Quantity.typed(keep.get(line - 1)).isEmpty()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Of bought lines, every quantity being readable; gifts follow from them. */
    public Map<Integer, Quantity> kept(OrderView order) {
        Map<Integer, Quantity> kept = new HashMap<>();
        for (OrderView.Line line : order.lines()) {
            if (!line.isGift()) {
                kept.put(line.number(), Quantity.typed(keep.get(line.number() - 1)).orElseThrow());
            }
        }
        return kept;
    }

    public CancelPart command(OrderView order, Actor by) {
        return new CancelPart(order.number(), order.revision(), kept(order), reason, seen, by);
    }
}
