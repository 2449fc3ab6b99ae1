package io.mallhub.routes.product;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.Repairer;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.routes.reconcile.Comparison;
import io.mallhub.routes.reconcile.StateComparison;
import io.mallhub.routes.reconcile.StateRepair;
import io.mallhub.routes.state.ChangesOut;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** {@code erp-product-out}: what the mall has changed of products the ERP has. */
@Component
class ProductOutRoute extends RouteBuilder {
    private final ChangesOut changes;
    private final ProductOutbound products;

    ProductOutRoute(ChangesOut changes, ProductOutbound products) {
        this.changes = changes;
        this.products = products;
    }

    @Bean
    static Comparison<ErpProduct> productComparison(
            Bindings bindings, MallChanges changes, ProductOutbound outbound) {
        return new StateComparison<>(bindings, changes, outbound);
    }

    @Bean
    static Repairer productRepair(ProductOutbound outbound, StateRepair.Tools tools) {
        return new StateRepair(outbound, tools);
    }

    @Override
    public void configure() {
        changes.add(this, products);
    }
}
