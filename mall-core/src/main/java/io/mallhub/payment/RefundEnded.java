package io.mallhub.payment;

import io.mallhub.shared.Money;

/**
 * Money is back with the payer.
 *
 * @param settled outside the provider
 */
public record RefundEnded(String refund, String order, Money amount, boolean settled) {}
