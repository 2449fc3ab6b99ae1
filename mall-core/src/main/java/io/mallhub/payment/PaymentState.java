package io.mallhub.payment;

/**
 * OPEN ⇄ UNCLEAR → PAID or CLOSED. Both ends are final: money for a closed one goes back. Only a
 * top-up is paid by what comes late.
 */
public enum PaymentState {
    /** Asked for, not paid. */
    OPEN,
    /** The payer was at the provider, and the provider does not say what became of it. */
    UNCLEAR,
    PAID,
    /** Not paid, and not to be paid any more. */
    CLOSED;

    public boolean isAwaited() {
        return this == OPEN || this == UNCLEAR;
    }
}
