package io.mallhub.routes.product;

import io.mallhub.routes.state.ChangesOut;
import org.apache.camel.builder.RouteBuilder;
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

    @Override
    public void configure() {
        changes.add(this, products);
    }
}
