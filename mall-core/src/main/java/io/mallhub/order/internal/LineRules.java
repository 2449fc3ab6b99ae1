package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.pricing.PriceQuote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps a line from being ordered; everything that does, not only the first. */
final class LineRules {
    static final String NO_PRICE = "price.none";

    private LineRules() {}

    static List<LineProblem> problems(
            int number,
            SubmitOrder.Line line,
            @Nullable ProductView product,
            @Nullable PriceQuote quote,
            Verdict verdict) {
        List<LineProblem> problems = new ArrayList<>();
        if (product == null) {
            QuantityRule.check(line.quantity())
                    .ifPresent(it -> problems.add(problem(number, line, it.key(), it.detail())));
            problems.add(problem(number, line, "product.unknown", line.product().toString()));
            return problems;
        }
        QuantityRule.check(line.quantity(), product)
                .ifPresent(it -> problems.add(problem(number, line, it.key(), it.detail())));
        if (!product.active()) {
            problems.add(problem(number, line, "product.inactive", product.code()));
        }
        if (!verdict.allowed()) {
            problems.add(problem(number, line, reason(verdict), verdict.evidence().toString()));
        }
        if (quote == null && line.quantity().isPositive()) {
            problems.add(problem(number, line, NO_PRICE, product.code()));
        }
        return problems;
    }

    static String reason(Verdict verdict) {
        String reason = verdict.reason();
        return reason == null ? "gate.refused" : reason;
    }

    static LineProblem problem(int number, SubmitOrder.Line line, String key, String detail) {
        return new LineProblem(number, line.product(), key, detail);
    }
}
