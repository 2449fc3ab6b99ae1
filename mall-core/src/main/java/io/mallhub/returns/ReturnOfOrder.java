package io.mallhub.returns;

import io.mallhub.shared.Money;
import java.time.Instant;

/**
 * A return in short, as the page of its order lists it.
 *
 * @param amount gross, as {@link ReturnView#reversal()} has it: expected until inspected
 */
public record ReturnOfOrder(
        String number, ReturnState state, ReturnReason reason, Instant submittedAt, Money amount) {}
