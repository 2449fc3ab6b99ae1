package io.mallhub.routes.customer;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.MallChanges;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.Customers;
import io.mallhub.routes.outbound.Shelf;
import io.mallhub.shared.CustomerId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A customer whole, for an ERP that may have to create it. */
@Component
public class CustomerPaper {
    private final Customers customers;
    private final Bindings bindings;
    private final CustomerLinking linking;
    private final MallChanges changes;

    CustomerPaper(
            Customers customers, Bindings bindings, CustomerLinking linking, MallChanges changes) {
        this.linking = linking;
        this.changes = changes;
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

    /**
     * The ERP has the customer of an order under this number. What was changed since the order was
     * handed out goes out as a change.
     *
     * @throws Shelf.TakenCode when it is another customer's
     */
    public void confirmed(CustomerId id, String connection, String code) {
        if (linking.confirmed(id, connection, code)) {
            changes.mark(connection, Entity.CUSTOMER, List.of(id.toString()));
        }
    }
}
