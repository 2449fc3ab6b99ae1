package io.mallhub.receipt;

import io.mallhub.shared.Money;

/**
 * Money of an order went back to the customer, or is kept as its credit; published in the
 * transaction that does it.
 *
 * @param order empty for money of no order
 * @param kept nothing was paid: it is the customer's credit
 */
public record RepaymentEnded(String repayment, String order, Money amount, boolean kept) {}
