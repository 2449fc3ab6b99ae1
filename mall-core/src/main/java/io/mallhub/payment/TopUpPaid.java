package io.mallhub.payment;

import io.mallhub.shared.Money;

/**
 * A top-up was paid through the provider; published once, in the transaction that books it, also
 * when its payment was closed before.
 */
public record TopUpPaid(String topUp, String payment, String providerNumber, Money amount) {}
