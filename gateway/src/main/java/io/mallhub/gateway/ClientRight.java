package io.mallhub.gateway;

/** What an API client may do: a kind of record and its direction. */
public enum ClientRight {
    PRODUCT_IN,
    STOCK_IN,
    CUSTOMER_IN,
    /** Acceptance, rejection, voiding, shipments and invoices of orders. */
    ORDER_IN,
    RETURN_IN,
    /** Fetching orders and confirming them; the same of the others. */
    ORDER_OUT,
    CUSTOMER_OUT,
    RETURN_OUT,
    VOUCHER_OUT
}
