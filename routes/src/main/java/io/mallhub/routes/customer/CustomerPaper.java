package io.mallhub.routes.customer;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.Customers;
import io.mallhub.shared.CustomerId;
import org.springframework.stereotype.Component;

/** A customer whole, for an ERP that may have to create it. */
@Component
public class CustomerPaper {
    private final Customers customers;
    private final Bindings bindings;

    CustomerPaper(Customers customers, Bindings bindings) {
        this.customers = customers;
        this.bindings = bindings;
    }

    /** With its number in the ERP of the connection, where it has one. */
    public ErpCustomer of(CustomerId id, String connection) {
        ErpCustomer customer = CustomerMapper.toErp(customers.customer(id).orElseThrow());
        return bindings.byMallId(connection, Entity.CUSTOMER, id.toString())
                .map(Link::erpId)
                .map(customer::withCode)
                .orElse(customer);
    }
}
