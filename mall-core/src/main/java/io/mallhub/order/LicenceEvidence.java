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
     * @param point submit, approval, erp-push, shipping …
     * @param verdicts one per line of the order, in their order
     */
    record Check(String order, String point, Instant at, boolean passed, List<Verdict> verdicts) {}
}
