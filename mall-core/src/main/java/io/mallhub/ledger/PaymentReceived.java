package io.mallhub.ledger;

import io.mallhub.shared.CustomerId;

/** A customer paid; published in the transaction that posts the payment. */
public record PaymentReceived(CustomerId customer, String key) {}
