package io.mallhub.routes.customer;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.Repairer;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.routes.reconcile.Comparison;
import io.mallhub.routes.reconcile.StateComparison;
import io.mallhub.routes.reconcile.StateRepair;
import io.mallhub.routes.state.ChangesOut;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
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

    @Bean
    static Comparison<ErpCustomer> customerComparison(
            Bindings bindings, MallChanges changes, CustomerOutbound outbound) {
        return new StateComparison<>(bindings, changes, outbound);
    }

    @Bean
    static Repairer customerRepair(CustomerOutbound outbound, StateRepair.Tools tools) {
        return new StateRepair(outbound, tools);
    }

    @Override
    public void configure() {
        changes.add(this, customers);
    }
}
