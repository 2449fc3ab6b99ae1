package io.mallhub.receipt;

import io.mallhub.shared.Money;

/** A receipt that had paid an order, or a part of it, was taken back; in the same transaction. */
public record OrderTransferTakenBack(String order, String receipt, Money amount) {}
