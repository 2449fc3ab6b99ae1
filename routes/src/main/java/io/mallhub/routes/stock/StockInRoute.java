package io.mallhub.routes.stock;

import io.mallhub.binding.Replayer;
import io.mallhub.routes.inbound.InboundFlows;
import io.mallhub.routes.inbound.RecordReplayer;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

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
}
