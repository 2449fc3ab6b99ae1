package io.mallhub.binding;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The flows every connection has; each is a Camel route with the same id. */
public enum Flow {
    PRODUCT_IN("erp-product-in", Entity.PRODUCT, true),
    STOCK_IN("erp-stock-in", Entity.STOCK, true),
    CUSTOMER_IN("erp-customer-in", Entity.CUSTOMER, true),
    ORDER_STATUS_IN("erp-order-status-in", Entity.ORDER, true),
    RETURN_STATUS_IN("erp-return-status-in", Entity.ORDER, true),
    CUSTOMER_OUT("erp-customer-out", Entity.CUSTOMER, false),
    ORDER_OUT("erp-order-out", Entity.ORDER, false);

    private final String id;
    private final Entity entity;
    private final boolean inbound;

    Flow(String id, Entity entity, boolean inbound) {
        this.id = id;
        this.entity = entity;
        this.inbound = inbound;
    }

    /**
     * @throws IllegalArgumentException for an unknown id
     */
    public static Flow of(String id) {
        return Arrays.stream(values())
                .filter(flow -> flow.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such flow: " + id));
    }

    /**
     * The flow that takes records of this kind to an ERP; returns and vouchers go with the orders
     * and are steered and counted with them.
     *
     * @throws IllegalArgumentException for a kind that never goes out
     */
    public static Flow out(Entity entity) {
        if (entity == Entity.RETURN || entity == Entity.VOUCHER) {
            return ORDER_OUT;
        }
        return Arrays.stream(values())
                .filter(flow -> !flow.inbound && flow.entity == entity)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(entity + " never goes out"));
    }

    public String id() {
        return id;
    }

    public Entity entity() {
        return entity;
    }

    public boolean inbound() {
        return inbound;
    }

    public boolean isOn(Depth depth) {
        return inbound ? depth.in() : depth.out();
    }

    /** The flow that must have gone through once before this one makes sense. */
    public @Nullable Flow after() {
        return this == STOCK_IN ? PRODUCT_IN : null;
    }
}
