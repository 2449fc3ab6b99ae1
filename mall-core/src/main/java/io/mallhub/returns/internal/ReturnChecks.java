package io.mallhub.returns.internal;

import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnableLine;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the goods of a return are those that were delivered, line by line. */
final class ReturnChecks {
    private static final int MOST_LINES = 500;
    private static final int LONGEST_NOTE = 1000;
    private static final Pattern TRACE_CODE = Pattern.compile("[0-9]{20}");
    private static final int PRODUCT_DIGITS = 7;

    private final SubmitReturn asked;
    private final List<ReturnableLine> shipped;
    private final List<LineProblem> problems = new ArrayList<>();
    private final List<ReturnableLine> found = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    private ReturnChecks(SubmitReturn asked, List<ReturnableLine> shipped) {
        this.asked = asked;
        this.shipped = shipped;
    }

    /**
     * @param goods what was shipped, for each line asked; complete only without problems
     */
    record Result(List<ReturnableLine> goods, List<LineProblem> problems) {}

    static Result of(SubmitReturn asked, List<ReturnableLine> shipped) {
        ReturnChecks checks = new ReturnChecks(asked, shipped);
        if (asked.lines().isEmpty() || asked.lines().size() > MOST_LINES) {
            checks.refuse(-1, "return.no-lines", String.valueOf(asked.lines().size()));
        }
        if (asked.note().length() > LONGEST_NOTE) {
            checks.refuse(-1, "return.note-too-long", asked.note().length() + " > " + LONGEST_NOTE);
        }
        for (int i = 0; i < asked.lines().size() && i < MOST_LINES; i++) {
            checks.line(i, asked.lines().get(i));
        }
        return new Result(checks.found, checks.problems);
    }

    private void line(int place, SubmitReturn.Line line) {
        if (!line.quantity().isPositive()) {
            refuse(place, "return.quantity-not-positive", line.quantity().toString());
            return;
        }
        Optional<ReturnableLine> goods =
                shipped.stream()
                        .filter(it -> it.batch().equals(line.batch()) && isOn(it, line))
                        .findFirst();
        if (goods.isEmpty()) {
            boolean delivered = shipped.stream().anyMatch(it -> isOn(it, line));
            refuse(place, delivered ? "return.batch-differs" : "return.not-shipped", line.batch());
            return;
        }
        found.add(goods.get());
        printed(place, line, goods.get());
        traceCodes(place, line);
    }

    private void printed(int place, SubmitReturn.Line line, ReturnableLine goods) {
        if (!Objects.equals(line.expiry(), goods.expiry())) {
            refuse(place, "return.expiry-differs", line.expiry() + " / " + goods.expiry());
        }
        if (line.quantity().compareTo(goods.left()) > 0) {
            refuse(place, "return.more-than-shipped", goods.left().toString());
        }
        boolean recall = asked.reason() == ReturnReason.RECALL;
        if (recall && !goods.recalled()) {
            refuse(place, "return.not-recalled", goods.batch());
        }
        // what is recalled is never sold again, and nobody is to keep it for want of a logger
        if (goods.coldChain() && asked.temperatures() == null && !recall) {
            refuse(place, "return.temperature-missing", goods.name());
        }
    }

    private void traceCodes(int place, SubmitReturn.Line line) {
        for (String code : line.traceCodes()) {
            if (!TRACE_CODE.matcher(code).matches()) {
                refuse(place, "return.trace-malformed", code);
            } else if (!codes.add(code)) {
                refuse(place, "return.trace-used", code);
            }
        }
        long products =
                line.traceCodes().stream()
                        .map(code -> code.substring(0, Math.min(PRODUCT_DIGITS, code.length())))
                        .distinct()
                        .count();
        if (products > 1) {
            refuse(place, "return.trace-other-product", String.join(" ", line.traceCodes()));
        }
        if (line.quantity().amount().intValue() < line.traceCodes().size()) {
            refuse(place, "return.trace-too-many", String.valueOf(line.traceCodes().size()));
        }
    }

    private static boolean isOn(ReturnableLine goods, SubmitReturn.Line line) {
        return goods.delivery().equals(line.delivery()) && goods.orderLine() == line.orderLine();
    }

    private void refuse(int place, String problem, String detail) {
        problems.add(new LineProblem(place, problem, detail));
    }
}
