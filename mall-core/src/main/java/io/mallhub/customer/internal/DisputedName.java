package io.mallhub.customer.internal;

import io.mallhub.conflict.DisputedValues;
import io.mallhub.conflict.Field;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the ERP says of a company, chosen by a person over what the mall says. */
@Component
class DisputedName implements DisputedValues {
    private final CustomerRepository customers;
    private final Trail trail;

    DisputedName(CustomerRepository customers, Trail trail) {
        this.customers = customers;
        this.trail = trail;
    }

    @Override
    public Set<Field> fields() {
        return EnumSet.copyOf(Field.of(Field.Kind.CUSTOMER));
    }

    @Override
    public void takeErpValue(Field field, String subject, String value, Actor by) {
        Customer customer = customers.lockById(CustomerId.of(subject).value()).orElseThrow();
        String before = CompanyFields.get(customer.company(), field);
        if (customer.follow(CompanyFields.with(customer.company(), field, value))) {
            trail.of(
                    customer,
                    field == Field.CUSTOMER_NAME ? "rename-customer" : "revise-customer",
                    "",
                    by,
                    Map.of("field", field.key(), "before", before, "after", value));
        }
    }
}
