package io.mallhub.shared;

/**
 * How long one attempt to bring a record into an ERP may last before another may take over, also
 * after the death of a node: longer than the longest request to any ERP. Core, worker and route of
 * a record must agree on it, so its settings and their defaults stand here alone, for
 * {@code @Value}.
 */
public final class SendingLease {
    /** Of orders, and of every record without a setting of its own. */
    public static final String OF_ORDERS = "${mallhub.order.sending-lease:2m}";

    public static final String OF_RETURNS = "${mallhub.returns.sending-lease:2m}";

    private SendingLease() {}
}
