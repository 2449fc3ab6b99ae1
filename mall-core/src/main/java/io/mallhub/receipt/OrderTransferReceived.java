package io.mallhub.receipt;

import io.mallhub.shared.Money;

/**
 * A receipt brought something of what an order is to be paid with, or the customer's credit did,
 * which stems from one; published in the transaction that books it.
 *
 * @param fromCredit the buyer chose to use what the receipt had left
 * @param missing 0: the order is paid
 */
public record OrderTransferReceived(
        String order, String receipt, Money amount, Money missing, boolean fromCredit) {
    public boolean isPaid() {
        return missing.isZero();
    }
}
