package io.mallhub.customer;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Companies that are, were or want to be customers. */
public interface Customers {
    Optional<CustomerView> customer(CustomerId id);

    /** What prices and promotions ask of companies; unknown ones are missing. One query. */
    Map<CustomerId, Segment> segments(Collection<CustomerId> ids);

    /**
     * @param level price level, empty for none
     * @param region GB/T 2260 code
     */
    record Segment(String level, String region) {}

    /** Login of who sells to the company now; empty when nobody does. */
    Optional<String> salespersonOf(CustomerId id);

    Optional<CustomerView> byNumber(String number);

    Page<CustomerView> page(@Nullable CustomerState state, @Nullable String text, PageRequest page);

    /** Companies that this salesperson (by login, without case) sells to, newest first. */
    default Page<CustomerView> broughtBy(String salesperson, PageRequest page) {
        return broughtBy(salesperson, null, page);
    }

    /** As above, of those whose name or number contains the text. */
    Page<CustomerView> broughtBy(String salesperson, @Nullable String text, PageRequest page);

    /** Active ones of this price level, by number. */
    Page<CustomerView> ofLevel(String level, PageRequest page);

    /**
     * Active ones whose company lies in the region, by number.
     *
     * @param region beginning of a GB/T 2260 code
     */
    Page<CustomerView> ofRegion(String region, PageRequest page);

    /**
     * Remembers the number the ERP gave; another number for the same customer is an {@link
     * IllegalStateException}.
     */
    void linkErpNumber(CustomerId id, String erpNumber, Actor by);

    void changeLevel(CustomerId id, String level, Actor by);

    /** Publishes {@link LicenceLost}. */
    void lock(CustomerId id, String reason, Actor by);

    void unlock(CustomerId id, String reason, Actor by);

    /**
     * A customer the ERP already has. Known by ERP number or USCC: its ERP-owned fields follow the
     * ERP. New: becomes a customer that cannot order until its qualification is reviewed in the
     * mall.
     */
    ErpCustomerOutcome applyFromErp(ApplyErpCustomer command);

    record ApplyErpCustomer(
            String connection,
            String erpNumber,
            String name,
            String uscc,
            String address,
            String contact,
            String phone) {}

    sealed interface ErpCustomerOutcome {
        CustomerId id();

        record Created(CustomerId id) implements ErpCustomerOutcome {}

        record Updated(CustomerId id) implements ErpCustomerOutcome {}

        record Unchanged(CustomerId id) implements ErpCustomerOutcome {}
    }
}
