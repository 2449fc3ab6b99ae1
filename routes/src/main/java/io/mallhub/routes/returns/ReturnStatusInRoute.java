package io.mallhub.routes.returns;

import io.mallhub.binding.Replayer;
import io.mallhub.routes.inbound.InboundFlows;
import io.mallhub.routes.inbound.RecordReplayer;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** {@code erp-return-status-in}: goods that the ERP's warehouse took. */
@Component
class ReturnStatusInRoute extends RouteBuilder {
    private final InboundFlows flows;
    private final ReturnStatusInbound statuses;

    ReturnStatusInRoute(InboundFlows flows, ReturnStatusInbound statuses) {
        this.flows = flows;
        this.statuses = statuses;
    }

    @Override
    public void configure() {
        flows.add(this, statuses);
    }

    @Bean
    static Replayer returnStatusReplayer(ReturnStatusInbound statuses) {
        return new RecordReplayer<>(statuses);
    }
}
