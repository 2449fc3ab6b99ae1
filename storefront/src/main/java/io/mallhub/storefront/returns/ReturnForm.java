package io.mallhub.storefront.returns;

import io.mallhub.identity.BuyerView;
import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnWish;
import io.mallhub.returns.ReturnableLine;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import io.mallhub.returns.TemperatureRecord;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A return as a buyer typed it; fields of goods end in the place of the goods in the list. */
record ReturnForm(Map<String, String> fields, List<ReturnableLine> goods) {
    /** What cannot even be read or is more than may come back; in the core the rest is checked. */
    List<LineProblem> problems() {
        List<LineProblem> problems = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < goods.size(); i++) {
            String typed = field("quantity-" + i);
            Optional<Quantity> quantity = Quantity.typed(typed.isEmpty() ? "0" : typed);
            if (quantity.isEmpty() || quantity.get().amount().signum() < 0) {
                problems.add(new LineProblem(i, "quantity.not-a-quantity", typed));
            } else if (quantity.get().compareTo(goods.get(i).left()) > 0) {
                String left = goods.get(i).left().toString();
                problems.add(new LineProblem(i, "return.more-than-shipped", left));
            }
            any |= quantity.isPresent() && quantity.get().isPositive();
        }
        if (!any && problems.isEmpty()) {
            problems.add(new LineProblem(-1, "return.no-lines", ""));
        }
        if (reason().isEmpty() || wish().isEmpty() || field("key").isBlank()) {
            problems.add(new LineProblem(-1, "returns.reason-missing", ""));
        }
        if (!field("logger").isEmpty() && temperatures() == null) {
            problems.add(new LineProblem(-1, "returns.temperatures-unreadable", ""));
        }
        return problems;
    }

    /** Only without problems. */
    SubmitReturn command(BuyerView buyer, String order) {
        List<SubmitReturn.Line> lines = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            Quantity quantity = Quantity.typed(field("quantity-" + i)).orElse(Quantity.ZERO);
            if (quantity.isPositive()) {
                ReturnableLine line = goods.get(i);
                lines.add(
                        new SubmitReturn.Line(
                                line.delivery(),
                                line.orderLine(),
                                line.batch(),
                                line.expiry(),
                                quantity,
                                codes(field("codes-" + i))));
            }
        }
        return new SubmitReturn(
                buyer.company(),
                order,
                field("key"),
                reason().orElseThrow(),
                wish().orElseThrow(),
                field("note"),
                temperatures(),
                lines,
                buyer.actor());
    }

    String key() {
        return field("key");
    }

    private Optional<ReturnReason> reason() {
        return Arrays.stream(ReturnReason.values())
                .filter(it -> it.name().equals(field("reason")))
                .filter(it -> isOffered(it, goods))
                .findFirst();
    }

    /** As a recall only what is recalled can come back: else the buyer does not see the reason. */
    static boolean isOffered(ReturnReason reason, List<ReturnableLine> goods) {
        return reason != ReturnReason.RECALL || goods.stream().anyMatch(ReturnableLine::recalled);
    }

    /** What a buyer finds filled in: all that is recalled and still with him, as a recall. */
    static Map<String, String> fresh(List<ReturnableLine> goods) {
        Map<String, String> fields = new HashMap<>();
        fields.put("key", UUID.randomUUID().toString());
        for (int i = 0; i < goods.size(); i++) {
            ReturnableLine line = goods.get(i);
            if (line.recalled() && line.left().isPositive()) {
                fields.put("reason", ReturnReason.RECALL.name());
                fields.put("quantity-" + i, line.left().toString());
            }
        }
        return fields;
    }

    private Optional<ReturnWish> wish() {
        return Arrays.stream(ReturnWish.values())
                .filter(it -> it.name().equals(field("wish")))
                .findFirst();
    }

    private @Nullable TemperatureRecord temperatures() {
        Optional<BigDecimal> lowest = degrees(field("lowest"));
        Optional<BigDecimal> highest = degrees(field("highest"));
        boolean readable =
                !field("logger").isEmpty()
                        && lowest.isPresent()
                        && highest.isPresent()
                        && lowest.get().compareTo(highest.get()) <= 0;
        return readable
                ? new TemperatureRecord(
                        field("logger"), lowest.orElseThrow(), highest.orElseThrow())
                : null;
    }

    private static Optional<BigDecimal> degrees(String typed) {
        return typed.matches("-?[0-9]{1,3}(\\.[0-9]{1,2})?")
                ? Optional.of(new BigDecimal(typed))
                : Optional.empty();
    }

    private static List<String> codes(String typed) {
        return typed.isBlank() ? List.of() : List.of(typed.strip().split("[\\s,，;；]+"));
    }

    private String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
