package io.mallhub.gateway;

/** What an API client may do: a kind of record and its direction. */
public enum ClientRight {
    PRODUCT_IN,
    STOCK_IN,
    CUSTOMER_IN,
    /** Acceptance, rejection, voiding, shipments and invoices of orders. */
    ORDER_IN,
    RETURN_IN,
    /** Fetching orders and confirming them. */
    ORDER_OUT
}
