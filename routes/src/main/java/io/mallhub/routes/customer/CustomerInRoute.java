package io.mallhub.routes.customer;

import io.mallhub.binding.Replayer;
import io.mallhub.routes.inbound.InboundFlows;
import io.mallhub.routes.inbound.RecordReplayer;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** {@code erp-customer-in}: customers the ERP already has. */
@Component
class CustomerInRoute extends RouteBuilder {
    private final InboundFlows flows;
    private final CustomerInbound customers;

    CustomerInRoute(InboundFlows flows, CustomerInbound customers) {
        this.flows = flows;
        this.customers = customers;
    }

    @Override
    public void configure() {
        flows.add(this, customers);
    }

    @Bean
    static Replayer customerReplayer(CustomerInbound customers) {
        return new RecordReplayer<>(customers);
    }
}
