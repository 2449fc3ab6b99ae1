package io.mallhub.customer;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * May this customer be sold these products now? Asked at catalogue, cart, submit, ERP push and
 * shipping (X1): customer active, mandatory documents valid today (Asia/Shanghai), scope covers the
 * category, seller's own scope too. A product without category is sellable to nobody.
 */
public interface LicenceGate {
    /**
     * One verdict per item, in the order asked. Reads only; the caller stores the verdicts as
     * evidence.
     */
    List<Verdict> check(CustomerId customer, List<Item> items);

    /**
     * As {@link #check}, with what is in force now and the dates of another day: what would be
     * allowed then if nothing is renewed.
     */
    List<Verdict> checkOn(LocalDate day, CustomerId customer, List<Item> items);

    /** Customer and licences read once; empty for an unknown customer. */
    Optional<Case> open(CustomerId customer);

    /** Categories the customer may buy today, for catalogue filters. */
    Set<RegulatoryCategory> openCategories(CustomerId customer);

    /** All that decides about one customer now: what it is asked costs no further reading. */
    interface Case {
        CustomerView customer();

        /** As {@link LicenceGate#check}. */
        List<Verdict> check(List<Item> items);
    }

    record Item(ProductId product, @Nullable RegulatoryCategory category) {}

    /**
     * @param reason message key when refused, e.g. gate.licence-expired; null when allowed
     * @param evidence document numbers, dates and scope that decided it
     */
    record Verdict(
            ProductId product,
            boolean allowed,
            @Nullable String reason,
            Map<String, String> evidence) {
        public Verdict {
            evidence = Map.copyOf(evidence);
        }
    }
}
