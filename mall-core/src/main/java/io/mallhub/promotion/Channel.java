package io.mallhub.promotion;

/** How an order comes to the mall. */
public enum Channel {
    /** A buyer orders in the shop. */
    WEB,
    /** A buyer's program orders. */
    API,
    /** A salesperson orders for the buyer. */
    ON_BEHALF
}
