package io.mallhub.returns.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.order.OrderView;
import io.mallhub.returns.ReturnableLine;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.BatchLocks;
import io.mallhub.stock.BatchLocks.Batch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of an order was delivered, by delivery, line and batch, and what of it may come back. */
@Component
class ShippedGoods {
    private final Products products;
    private final Claims claims;
    private final BatchLocks locks;
    private final ReturnSettings settings;

    ShippedGoods(Products products, Claims claims, BatchLocks locks, ReturnSettings settings) {
        this.products = products;
        this.claims = claims;
        this.locks = locks;
        this.settings = settings;
    }

    List<ReturnableLine> of(OrderView order) {
        Map<ProductId, ProductView> catalogue =
                products.products(order.lines().stream().map(OrderView.Line::product).toList());
        Map<Claims.Key, Quantity> claimed = claims.of(order.number());
        Set<Batch> locked = locks.locked(catalogue.keySet());
        Map<Claims.Key, ReturnableLine> goods = new LinkedHashMap<>();
        for (OrderView.Shipment delivery : order.shipments()) {
            for (OrderView.ShippedBatch batch : delivery.batches()) {
                var key = new Claims.Key(delivery.erpNumber(), batch.line(), batch.batch());
                Quantity taken = claimed.getOrDefault(key, Quantity.ZERO);
                ReturnableLine line =
                        line(
                                order,
                                key,
                                batch,
                                taken,
                                catalogue.get(batch.product()),
                                locked.contains(new Batch(batch.product(), batch.batch())));
                goods.merge(key, line, ShippedGoods::together);
            }
        }
        return List.copyOf(goods.values());
    }

    private ReturnableLine line(
            OrderView order,
            Claims.Key key,
            OrderView.ShippedBatch batch,
            Quantity taken,
            @Nullable ProductView product,
            boolean recalled) {
        OrderView.Line sold = order.lines().get(batch.line() - 1);
        return new ReturnableLine(
                key.delivery(),
                batch.line(),
                batch.product(),
                sold.code(),
                sold.name(),
                sold.unit(),
                batch.batch(),
                batch.expiry(),
                product != null && isColdChain(product),
                batch.quantity(),
                batch.quantity().minus(taken),
                recalled);
    }

    private boolean isColdChain(ProductView product) {
        return product.coldChain()
                || product.category() != null && settings.coldChain().contains(product.category());
    }

    /** One batch may stand twice on one delivery. */
    private static ReturnableLine together(ReturnableLine one, ReturnableLine other) {
        return new ReturnableLine(
                one.delivery(),
                one.orderLine(),
                one.product(),
                one.code(),
                one.name(),
                one.unit(),
                one.batch(),
                one.expiry(),
                one.coldChain(),
                one.shipped().plus(other.shipped()),
                one.left().plus(other.shipped()),
                one.recalled());
    }
}
