package io.mallhub.returns;

/** The goods of a return may come. Published in the transaction that approved it. */
public record ReturnApproved(String number, String orderNumber) {}
