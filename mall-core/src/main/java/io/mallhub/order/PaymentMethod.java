package io.mallhub.order;

import java.util.Arrays;
import java.util.Optional;

/** How an order is paid. */
public enum PaymentMethod {
    /** On account: a receivable, due after the customer's term. */
    CREDIT,
    /** From the customer's prepaid account: held at submit, captured when the order is taken. */
    PREPAID,
    /**
     * Through a payment provider: asked for when the order is taken, and the order goes to the ERP
     * once it is paid. Offered only where a provider is set up.
     */
    ONLINE,
    /**
     * By transfer to the account of the house: asked for when the order is taken, and the order
     * goes to the ERP once finance has confirmed that it is paid. Offered only where the account is
     * set.
     */
    TRANSFER;

    /** As a door was given it; empty for a word that names no method. */
    public static Optional<PaymentMethod> of(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
