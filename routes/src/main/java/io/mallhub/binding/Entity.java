package io.mallhub.binding;

import java.util.List;

/** What is kept in step. */
public enum Entity {
    PRODUCT,
    STOCK,
    CUSTOMER,
    ORDER,
    /** Follows the policy of {@link #ORDER}: goods go back where they came from. */
    RETURN,
    /** Follows the policy of {@link #ORDER}. */
    VOUCHER;

    /** Those a connection has a policy of its own for. */
    public static List<Entity> steered() {
        return List.of(PRODUCT, STOCK, CUSTOMER, ORDER);
    }
}
