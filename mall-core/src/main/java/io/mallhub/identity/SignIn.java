package io.mallhub.identity;

/**
 * Outcome of a sign-in attempt. The door shows the same words for every refusal, so that no login
 * can be guessed.
 */
public sealed interface SignIn {
    record Staff(StaffView staff) implements SignIn {}

    record Buyer(BuyerView buyer) implements SignIn {}

    record Refused(Reason reason) implements SignIn {}

    enum Reason {
        UNKNOWN_OR_WRONG_PASSWORD,
        DISABLED,
        LOCKED_FOR_A_WHILE
    }
}
