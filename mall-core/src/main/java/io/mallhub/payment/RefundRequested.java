package io.mallhub.payment;

import io.mallhub.shared.Money;

/** Money is to go back; once for each refund. Published in the transaction that decides it. */
public record RefundRequested(String refund, String order, String customerName, Money amount) {}
