package io.mallhub.receipt;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Money a customer paid of what it owes.
 *
 * @param receivedOn by the bank
 * @param orders which it settles first
 * @param recordedBy name of the person
 */
public record ReceiptView(
        String number,
        CustomerId customer,
        String customerName,
        Money amount,
        String bankReference,
        LocalDate receivedOn,
        String note,
        List<String> orders,
        State state,
        String recordedBy,
        Instant recordedAt) {
    public enum State {
        /** Waits for another person. */
        RECORDED,
        /** The ledger knows it. */
        CONFIRMED,
        /** Never booked. */
        DISCARDED,
        /** Booked; another person has to agree that it is taken back. */
        REVERSAL_ASKED,
        /** Booked, and taken back. */
        REVERSED
    }

    public ReceiptView {
        orders = List.copyOf(orders);
    }
}
