package io.mallhub.order;

/**
 * The ERP issued an invoice of an order.
 *
 * @param complete the invoices add up to the order
 */
public record OrderInvoiced(String number, String invoiceNumber, boolean complete) {}
