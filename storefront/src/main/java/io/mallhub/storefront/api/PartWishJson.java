package io.mallhub.storefront.api;

import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an order is to be cancelled, as a program sends it.
 *
 * @param keep what stays of lines; of those that are missing, all
 * @param revision of the order, from the preview
 * @param seen from the preview
 */
record PartWishJson(
        @Nullable List<@Nullable KeepJson> keep,
        @Nullable Integer revision,
        @Nullable String reason,
        @Nullable String seen) {
    record KeepJson(@Nullable Integer line, @Nullable BigDecimal quantity) {}

    Map<Integer, Quantity> kept() {
        Map<Integer, Quantity> kept = new HashMap<>();
        List<Problem.Line> problems = new ArrayList<>();
        for (KeepJson it : keep == null ? List.<@Nullable KeepJson>of() : keep) {
            Integer line = it == null ? null : it.line();
            Optional<Quantity> quantity =
                    it == null || it.quantity() == null
                            ? Optional.empty()
                            : Quantity.typed(it.quantity().toString());
            if (line == null || kept.containsKey(line)) {
                problems.add(new Problem.Line(0, "", "order-part.unknown-line", ""));
            } else if (quantity.isEmpty()) {
                problems.add(new Problem.Line(line, "", "quantity.not-a-quantity", ""));
            } else {
                kept.put(line, quantity.get());
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.refused("order-part.refused", problems);
        }
        return kept;
    }

    String reasonOrEmpty() {
        return reason == null ? "" : Wire.text(reason);
    }

    String seenOrEmpty() {
        return seen == null ? "" : seen;
    }

    /** A revision nobody has when nothing is said. */
    int revisionOrNone() {
        return revision == null ? -1 : revision;
    }
}
