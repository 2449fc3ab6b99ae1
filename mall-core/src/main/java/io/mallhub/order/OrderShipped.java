package io.mallhub.order;

/** A delivery left the ERP's warehouse; complete when nothing is left to ship. */
public record OrderShipped(String number, String erpDeliveryNumber, boolean complete) {}
