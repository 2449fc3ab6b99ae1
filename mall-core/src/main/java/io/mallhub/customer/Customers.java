package io.mallhub.customer;

import io.mallhub.conflict.Field;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Companies that are, were or want to be customers. */
public interface Customers {
    Optional<CustomerView> customer(CustomerId id);

    /** What prices and promotions ask of companies; unknown ones are missing. One query. */
    Map<CustomerId, Viewer> viewers(Collection<CustomerId> ids);

    /** What companies state of themselves; unknown ones are missing. One query. */
    Map<CustomerId, Stated> stated(Collection<CustomerId> ids);

    record Stated(String number, Company company) {}

    /** Login of who sells to the company now; empty when nobody does. */
    Optional<String> salespersonOf(CustomerId id);

    Optional<CustomerView> byNumber(String number);

    /**
     * Active ones by number, for whoever goes through all of them.
     *
     * @param after the last number of the page before; empty for the first
     */
    List<Active> active(String after, int most);

    record Active(CustomerId id, String number) {}

    /**
     * The ERP's own record of this company, that came in by itself and that nobody has applied for;
     * it gives way when the company is linked to its number.
     */
    Optional<CustomerView> cameInAs(CustomerId id);

    Page<CustomerView> page(@Nullable CustomerState state, @Nullable String text, PageRequest page);

    /** Companies that this salesperson (by login, without case) sells to, newest first. */
    default Page<CustomerView> broughtBy(String salesperson, PageRequest page) {
        return broughtBy(salesperson, null, page);
    }

    /** As above, of those whose name or number contains the text. */
    Page<CustomerView> broughtBy(String salesperson, @Nullable String text, PageRequest page);

    /** Active ones of this price level, by number. */
    Page<CustomerView> ofLevel(String level, PageRequest page);

    /** Active ones of this type, by number. */
    Page<CustomerView> ofType(CustomerType type, PageRequest page);

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
     * A customer the ERP already has. Known by ERP number, by USCC, or by the mall's own number
     * where the ERP keeps that and does not name another company: its ERP-owned fields follow the
     * ERP. New: becomes a customer that cannot order until its qualification is reviewed in the
     * mall.
     */
    ErpCustomerOutcome applyFromErp(ApplyErpCustomer command);

    /**
     * @param reference the mall's number of the customer; empty where the ERP keeps none
     * @param known what the ERP was last known to have in the fields both sides may set; empty
     *     where nobody knows
     * @param changedAt when the ERP last changed it; null where it does not say
     */
    record ApplyErpCustomer(
            String connection,
            String erpNumber,
            String reference,
            String name,
            String uscc,
            String address,
            String contact,
            String phone,
            Map<Field, String> known,
            @Nullable Instant changedAt) {
        public ApplyErpCustomer(
                String connection,
                String erpNumber,
                String name,
                String uscc,
                String address,
                String contact,
                String phone) {
            this(connection, erpNumber, "", name, uscc, address, contact, phone, Map.of(), null);
        }
    }

    /**
     * Sets what a person of the mall knows better. Publishes {@link
     * io.mallhub.conflict.FieldEdited} for what is another value now, so that ERPs get it.
     */
    ReviseOutcome revise(ReviseCustomer command, Actor by);

    /** All four as they are to be. */
    record ReviseCustomer(
            CustomerId id, String name, String address, String contact, String phone) {}

    sealed interface ReviseOutcome {
        record Revised() implements ReviseOutcome {}

        /**
         * @param key message key: customer-revision.no-name, customer-revision.too-long
         */
        record Refused(String key, String detail) implements ReviseOutcome {}
    }

    sealed interface ErpCustomerOutcome {
        CustomerId id();

        record Created(CustomerId id) implements ErpCustomerOutcome {}

        record Updated(CustomerId id) implements ErpCustomerOutcome {}

        record Unchanged(CustomerId id) implements ErpCustomerOutcome {}
    }
}
