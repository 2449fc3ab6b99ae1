package io.mallhub.order;

/** Outbound port: what is known of the process that an order runs in. */
public interface OrderProcesses {
    /**
     * Whether it can cancel a part: those that began before there were parts cannot. True where
     * nothing is known of it yet, since a new one can.
     */
    boolean takesParts(String orderNumber);
}
