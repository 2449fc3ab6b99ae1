package io.mallhub.commission;

/**
 * COMPUTED → PUBLISHED (dispute window) → IN_APPROVAL → APPROVED → POSTED (ERP voucher) → PAYING
 * (in a payment file) → PAID. FAILED payments go into another file. Ends besides: NOTHING_DUE and
 * WITHDRAWN; their lines go to a later statement.
 */
public enum StatementState {
    COMPUTED,
    PUBLISHED,
    IN_APPROVAL,
    APPROVED,
    POSTED,
    PAYING,
    FAILED,
    PAID,
    NOTHING_DUE,
    WITHDRAWN;

    public boolean isEnd() {
        return this == PAID || this == NOTHING_DUE || this == WITHDRAWN;
    }

    /** Disputes still hold lines. */
    public boolean isOpenForDisputes() {
        return this == PUBLISHED;
    }
}
