package io.mallhub.gateway;

import io.mallhub.binding.Entity;
import java.util.Arrays;
import java.util.Optional;

/** What a subscription may ask for. */
public enum WebhookEvent {
    ORDER_PLACED("order.placed", Entity.ORDER),
    /** Approved, and ready for an ERP that fetches. */
    ORDER_READY("order.ready", Entity.ORDER),
    ORDER_CANCEL_REQUESTED("order.cancel-requested", Entity.ORDER),
    /** A part of it: void it, what is left is ready anew. */
    ORDER_PART_CANCEL_REQUESTED("order.part-cancel-requested", Entity.ORDER),
    RETURN_PLACED("return.placed", Entity.ORDER),
    RETURN_APPROVED("return.approved", Entity.ORDER),
    /** Ready for an ERP that fetches. */
    RETURN_READY("return.ready", Entity.ORDER),
    /** Void it unless the goods are there, and report. */
    RETURN_WITHDRAW_REQUESTED("return.withdraw-requested", Entity.ORDER),
    VOUCHER_READY("voucher.ready", Entity.ORDER),
    /** Approved, and ready for an ERP that fetches: it may not order yet. */
    CUSTOMER_APPROVED("customer.approved", Entity.CUSTOMER),
    CUSTOMER_ACTIVATED("customer.activated", Entity.CUSTOMER);

    private final String id;
    private final Entity entity;

    WebhookEvent(String id, Entity entity) {
        this.id = id;
        this.entity = entity;
    }

    /** As it travels. */
    public String id() {
        return id;
    }

    /** Told only over connections whose policy has these out. */
    public Entity entity() {
        return entity;
    }

    public static Optional<WebhookEvent> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }
}
