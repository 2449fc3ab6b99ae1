package io.mallhub.customer.internal;

import io.mallhub.conflict.DisputedValues;
import io.mallhub.conflict.Field;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ERP's name of a company, chosen by a person over the reviewed one. */
@Component
class DisputedName implements DisputedValues {
    private final CustomerRepository customers;
    private final Trail trail;

    DisputedName(CustomerRepository customers, Trail trail) {
        this.customers = customers;
        this.trail = trail;
    }

    @Override
    public Field field() {
        return Field.CUSTOMER_NAME;
    }

    @Override
    public void takeErpValue(String subject, String value, Actor by) {
        Customer customer = customers.lockById(CustomerId.of(subject).value()).orElseThrow();
        String before = customer.company().name();
        if (customer.follow(customer.company().named(value))) {
            trail.of(customer, "rename-customer", "", by, Map.of("before", before, "after", value));
        }
    }
}
