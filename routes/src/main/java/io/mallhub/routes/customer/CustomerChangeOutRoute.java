package io.mallhub.routes.customer;

import io.mallhub.routes.state.ChangesOut;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** {@code erp-customer-change-out}: what the mall has changed of customers the ERP has. */
@Component
class CustomerChangeOutRoute extends RouteBuilder {
    private final ChangesOut changes;
    private final CustomerOutbound customers;

    CustomerChangeOutRoute(ChangesOut changes, CustomerOutbound customers) {
        this.changes = changes;
        this.customers = customers;
    }

    @Override
    public void configure() {
        changes.add(this, customers);
    }
}
