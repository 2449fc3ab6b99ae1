package io.mallhub.routes.product;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpUpdate;
import io.mallhub.routes.state.Outbound;
import io.mallhub.routes.state.Snapshot;
import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Products on their way out. */
@Component
class ProductOutbound extends Outbound<ErpProduct> {
    private final Products products;

    ProductOutbound(
            Products products,
            ProductInbound inbound,
            ErpConnections connections,
            TransactionTemplate transaction) {
        super(inbound, connections, transaction);
        this.products = products;
    }

    @Override
    public Flow flow() {
        return Flow.PRODUCT_OUT;
    }

    @Override
    public boolean possible(ErpClient erp) {
        return erp.changesProducts();
    }

    @Override
    public Map<String, State> malls(Collection<String> mallIds) {
        return products.products(mallIds.stream().map(ProductId::of).toList()).values().stream()
                .collect(Collectors.toMap(it -> it.id().toString(), ProductOutbound::state));
    }

    private static State state(ProductView product) {
        return new State(product.code(), ProductMapper.shared(product));
    }

    @Override
    public Optional<ErpProduct> find(ErpClient erp, String code) {
        return erp.productByCode(code);
    }

    @Override
    public Snapshot snapshot(ErpProduct product) {
        return ProductMapper.snapshot(product);
    }

    @Override
    public boolean stop(String mallId, Actor by) {
        products.stop(ProductId.of(mallId), by);
        return true;
    }

    @Override
    public ErpClient.Updated write(ErpClient erp, ErpUpdate change) {
        return erp.updateProduct(change);
    }

    @Override
    public String plain(Field field, String value) {
        return ProductMapper.plain(field, value);
    }
}
