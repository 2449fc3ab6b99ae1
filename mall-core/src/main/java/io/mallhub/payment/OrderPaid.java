package io.mallhub.payment;

import io.mallhub.shared.Money;

/** The order is paid; once. Published in the transaction that books the money. */
public record OrderPaid(String order, String payment, String providerNumber, Money amount) {}
