package io.mallhub.order;

/** The ERP accepted or rejected it. */
public record ErpAnsweredOrder(String number, boolean accepted, String erpWords) {}
