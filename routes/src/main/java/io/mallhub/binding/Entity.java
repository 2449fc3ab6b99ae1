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

    /**
     * How deep it may go. Stock only comes in: what the mall sells reaches the ERP as orders and
     * returns. Products are made in the ERP, so that only changes of those that came in go out.
     */
    public List<Depth> depths() {
        return switch (this) {
            case STOCK -> List.of(Depth.OFF, Depth.IN);
            case PRODUCT -> List.of(Depth.OFF, Depth.IN, Depth.BOTH);
            case CUSTOMER, ORDER, RETURN, VOUCHER -> List.of(Depth.values());
        };
    }

    /** Those a connection has a policy of its own for. */
    public static List<Entity> steered() {
        return List.of(PRODUCT, STOCK, CUSTOMER, ORDER);
    }
}
