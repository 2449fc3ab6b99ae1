package io.mallhub.order;

import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;

/** What the licence gate said at every point of every order (X1). Reads only. */
public interface LicenceEvidence {
    /**
     * Checks of one company's orders, oldest first.
     *
     * @param until exclusive
     */
    Page<Check> of(CustomerId customer, Instant from, Instant until, PageRequest page);

    /**
     * Orders that the gate refused at submit, so that there is no order; the same refusal once a
     * day. Oldest first.
     *
     * @param until exclusive
     */
    Page<Refusal> refusals(CustomerId customer, Instant from, Instant until, PageRequest page);

    /**
     * @param times it was tried on that day
     * @param by name of who tried first
     */
    record Refusal(Instant firstAt, Instant lastAt, int times, String by, List<RefusedLine> lines) {
        public Refusal {
            lines = List.copyOf(lines);
        }
    }

    /** As the catalogue named the product then. */
    record RefusedLine(String code, String name, Verdict verdict) {}

    /**
     * @param point submit, approval, erp-push, shipping …
     * @param verdicts one per line of the order, in their order
     */
    record Check(String order, String point, Instant at, boolean passed, List<Verdict> verdicts) {}
}
