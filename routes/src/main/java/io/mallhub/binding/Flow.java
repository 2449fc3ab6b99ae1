package io.mallhub.binding;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The flows every connection has; each is a Camel route with the same id. */
public enum Flow {
    PRODUCT_IN("erp-product-in", Entity.PRODUCT, Way.IN),
    PRODUCT_OUT("erp-product-out", Entity.PRODUCT, Way.CHANGES_OUT),
    STOCK_IN("erp-stock-in", Entity.STOCK, Way.IN),
    CUSTOMER_IN("erp-customer-in", Entity.CUSTOMER, Way.IN),
    ORDER_STATUS_IN("erp-order-status-in", Entity.ORDER, Way.IN),
    RETURN_STATUS_IN("erp-return-status-in", Entity.ORDER, Way.IN),
    CUSTOMER_OUT("erp-customer-out", Entity.CUSTOMER, Way.RECORDS_OUT),
    CUSTOMER_CHANGE_OUT("erp-customer-change-out", Entity.CUSTOMER, Way.CHANGES_OUT),
    ORDER_OUT("erp-order-out", Entity.ORDER, Way.RECORDS_OUT);

    private final String id;
    private final Entity entity;
    private final Way way;

    /** Where a flow goes. */
    public enum Way {
        IN,
        /** Records the ERP does not have yet. */
        RECORDS_OUT,
        /** What the mall has changed of records the ERP has. */
        CHANGES_OUT
    }

    Flow(String id, Entity entity, Way way) {
        this.id = id;
        this.entity = entity;
        this.way = way;
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
                .filter(flow -> flow.way == Way.RECORDS_OUT && flow.entity == entity)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(entity + " never goes out"));
    }

    /**
     * The flow that takes changes of records of this kind to an ERP.
     *
     * @throws IllegalArgumentException for a kind that is never changed there
     */
    public static Flow ofChanges(Entity entity) {
        return Arrays.stream(values())
                .filter(flow -> flow.way == Way.CHANGES_OUT && flow.entity == entity)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(entity + " is never changed"));
    }

    public Way way() {
        return way;
    }

    public String id() {
        return id;
    }

    public Entity entity() {
        return entity;
    }

    /** Whose bindings its records have. */
    public Entity bound() {
        return this == RETURN_STATUS_IN ? Entity.RETURN : entity;
    }

    public boolean inbound() {
        return way == Way.IN;
    }

    public boolean isOn(Depth depth) {
        return inbound() ? depth.in() : depth.out();
    }

    /** The flow that must have gone through once before this one makes sense. */
    public @Nullable Flow after() {
        return this == STOCK_IN ? PRODUCT_IN : null;
    }
}
