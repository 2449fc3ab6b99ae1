package io.mallhub.customer.internal;

import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.Customers.ApplyErpCustomer;
import io.mallhub.customer.Customers.ErpCustomerOutcome;
import io.mallhub.customer.Customers.ErpCustomerOutcome.Created;
import io.mallhub.customer.Customers.ErpCustomerOutcome.Unchanged;
import io.mallhub.customer.Customers.ErpCustomerOutcome.Updated;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Uscc;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Customers as the ERP has them. The ERP owns address, contact and phone of those it knows, and the
 * name until it is reviewed in the mall; it never makes anybody able to order.
 */
@Component
class ErpIntake {
    private final CustomerRepository customers;
    private final BusinessNumbers numbers;
    private final CompanyDisputes disputes;
    private final Trail trail;
    private final Clock clock;

    ErpIntake(
            CustomerRepository customers,
            BusinessNumbers numbers,
            CompanyDisputes disputes,
            Trail trail,
            Clock clock) {
        this.customers = customers;
        this.numbers = numbers;
        this.disputes = disputes;
        this.trail = trail;
        this.clock = clock;
    }

    ErpCustomerOutcome apply(ApplyErpCustomer record) {
        if (record.erpNumber().isBlank() || record.name().isBlank()) {
            throw new IllegalArgumentException("An ERP customer has a number and a name");
        }
        customers.reserveErpNumber(record.erpNumber());
        return customers
                .findByErpNumber(record.erpNumber())
                .map(known -> follow(known, record))
                .or(() -> ofTheMall(record).map(known -> link(known, record)))
                .orElseGet(() -> create(record));
    }

    /**
     * A customer of the mall whom the ERP has got meanwhile. Not an applicant: nobody gets the data
     * of an ERP customer by stating his code.
     */
    private Optional<Customer> ofTheMall(ApplyErpCustomer record) {
        return byReference(record).or(() -> byUscc(record));
    }

    /** An applicant, who is to be created there just now, only if the code says so, too. */
    private Optional<Customer> byReference(ApplyErpCustomer record) {
        String uscc = Uscc.normalise(record.uscc());
        return record.reference().isEmpty()
                ? Optional.empty()
                : customers
                        .lockByNumber(record.reference())
                        .filter(known -> known.erpNumber() == null)
                        .filter(
                                known ->
                                        switch (known.state()) {
                                            case CLOSED -> false;
                                            case APPLICANT ->
                                                    !uscc.isEmpty()
                                                            && uscc.equals(known.company().uscc());
                                            case ACTIVE, LOCKED ->
                                                    uscc.isEmpty()
                                                            || uscc.equals(known.company().uscc());
                                        });
    }

    private Optional<Customer> byUscc(ApplyErpCustomer record) {
        String uscc = Uscc.normalise(record.uscc());
        return uscc.isEmpty()
                ? Optional.empty()
                : customers.lockByUscc(uscc).stream()
                        .filter(
                                known ->
                                        known.erpNumber() == null
                                                && (known.state() == CustomerState.ACTIVE
                                                        || known.state() == CustomerState.LOCKED))
                        .findFirst();
    }

    private ErpCustomerOutcome follow(Customer known, ApplyErpCustomer record) {
        if (!known.follow(merged(known, record))) {
            return new Unchanged(known.id());
        }
        audit(known, "update-from-erp", record);
        return new Updated(known.id());
    }

    private ErpCustomerOutcome link(Customer known, ApplyErpCustomer record) {
        known.linkErpNumber(record.erpNumber());
        boolean changed = known.follow(merged(known, record));
        audit(known, changed ? "link-and-update-from-erp" : "link-erp-number", record);
        return new Updated(known.id());
    }

    private ErpCustomerOutcome create(ApplyErpCustomer record) {
        Company company =
                new Company(
                        record.name(),
                        typeByName(record.name()),
                        record.uscc(),
                        "",
                        record.address(),
                        record.contact(),
                        record.phone(),
                        record.name(),
                        null);
        Customer made =
                new Customer(
                        numbers.nextCustomer(),
                        company,
                        Actor.erp(record.connection()),
                        clock.instant());
        made.linkErpNumber(record.erpNumber());
        customers.save(made);
        audit(made, "create-from-erp", record);
        return new Created(made.id());
    }

    /** The ERP does not say what kind of buyer it is; the review will. */
    private static CustomerType typeByName(String name) {
        if (name.contains("医院") || name.contains("卫生院")) {
            return CustomerType.HOSPITAL;
        }
        if (name.contains("诊所") || name.contains("门诊")) {
            return CustomerType.CLINIC;
        }
        if (name.contains("连锁")) {
            return CustomerType.PHARMACY_CHAIN;
        }
        return name.contains("批发") ? CustomerType.WHOLESALER : CustomerType.PHARMACY;
    }

    private Company merged(Customer customer, ApplyErpCustomer record) {
        Company holding = disputes.holding(customer, record);
        return new Company(
                holding.name(),
                holding.type(),
                either(holding.uscc(), record.uscc()),
                holding.region(),
                holding.address(),
                holding.contact(),
                holding.phone(),
                holding.invoiceTitle(),
                holding.salesperson());
    }

    private static String either(String first, String otherwise) {
        return first.isBlank() ? otherwise : first;
    }

    private void audit(Customer customer, String action, ApplyErpCustomer record) {
        trail.of(
                customer,
                action,
                "",
                Actor.erp(record.connection()),
                Map.of("erpNumber", record.erpNumber()));
    }
}
