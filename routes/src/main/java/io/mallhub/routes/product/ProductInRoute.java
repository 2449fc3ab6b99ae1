package io.mallhub.routes.product;

import io.mallhub.binding.Replayer;
import io.mallhub.routes.inbound.InboundFlows;
import io.mallhub.routes.inbound.RecordReplayer;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** {@code erp-product-in}: products and list prices, read by cursor. */
@Component
class ProductInRoute extends RouteBuilder {
    private final InboundFlows flows;
    private final ProductInbound products;

    ProductInRoute(InboundFlows flows, ProductInbound products) {
        this.flows = flows;
        this.products = products;
    }

    @Override
    public void configure() {
        flows.add(this, products);
    }

    @Bean
    static Replayer productReplayer(ProductInbound products) {
        return new RecordReplayer<>(products);
    }
}
