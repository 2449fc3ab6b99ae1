package io.mallhub.receipt;

import io.mallhub.shared.Money;

/**
 * A receipt brought something of what an order is to be paid with; published in the transaction
 * that books it.
 *
 * @param missing 0: the order is paid
 */
public record OrderTransferReceived(String order, String receipt, Money amount, Money missing) {
    public boolean isPaid() {
        return missing.isZero();
    }
}
