package io.mallhub.order;

import io.mallhub.shared.ProductId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Nothing is kept unless Submitted. */
public sealed interface SubmitOutcome {
    /**
     * @param repeated the key was seen before: this is the order it made
     */
    record Submitted(String orderNumber, boolean repeated) implements SubmitOutcome {}

    /** Every failing line is named. */
    record Refused(List<LineProblem> problems) implements SubmitOutcome {}

    /**
     * @param orderNumber what the key made before
     */
    record KeyReusedForOtherContent(String orderNumber) implements SubmitOutcome {}

    /**
     * @param line 0-based; -1 for the order as a whole
     * @param product null for the order as a whole
     * @param problem message key: gate.licence-expired, stock.short, price.none, quantity.step,
     *     payment.not-allowed, payment.prepaid-too-low …
     */
    record LineProblem(int line, @Nullable ProductId product, String problem, String detail) {
        /** For those who look after processes: 1-based lines, keys and details, parted by "; ". */
        public static String words(List<LineProblem> problems) {
            return problems.stream()
                    .map(it -> (it.line() + 1) + ": " + it.problem() + " " + it.detail())
                    .collect(Collectors.joining("; "));
        }
    }
}
