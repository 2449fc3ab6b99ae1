package io.mallhub.routes.stock;

import io.mallhub.binding.Repairer;
import io.mallhub.binding.Replayer;
import io.mallhub.routes.inbound.InboundFlows;
import io.mallhub.routes.inbound.RecordReplayer;
import io.mallhub.routes.reconcile.ReadAgain;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code erp-stock-in}: stock figures, after the products of the connection came in once. */
@Component
class StockInRoute extends RouteBuilder {
    private final InboundFlows flows;
    private final StockInbound stock;

    StockInRoute(InboundFlows flows, StockInbound stock) {
        this.flows = flows;
        this.stock = stock;
    }

    @Override
    public void configure() {
        flows.add(this, stock);
    }

    @Bean
    static Replayer stockReplayer(StockInbound stock) {
        return new RecordReplayer<>(stock);
    }

    @Bean
    static Repairer stockRepair(StockInbound stock, TransactionTemplate transaction) {
        return new ReadAgain(new RecordReplayer<>(stock), transaction);
    }
}
