package io.mallhub.routes.order;

import io.mallhub.binding.Repairer;
import io.mallhub.binding.Replayer;
import io.mallhub.routes.inbound.InboundFlows;
import io.mallhub.routes.inbound.RecordReplayer;
import io.mallhub.routes.reconcile.ReadAgain;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code erp-order-status-in}: acceptance, rejection and deliveries of orders the mall sent. */
@Component
class OrderStatusInRoute extends RouteBuilder {
    private final InboundFlows flows;
    private final OrderStatusInbound statuses;

    OrderStatusInRoute(InboundFlows flows, OrderStatusInbound statuses) {
        this.flows = flows;
        this.statuses = statuses;
    }

    @Override
    public void configure() {
        flows.add(this, statuses);
    }

    @Bean
    static Replayer orderStatusReplayer(OrderStatusInbound statuses) {
        return new RecordReplayer<>(statuses);
    }

    @Bean
    static Repairer orderStatusRepair(
            OrderStatusInbound statuses, TransactionTemplate transaction) {
        return new ReadAgain(new RecordReplayer<>(statuses), transaction);
    }
}
