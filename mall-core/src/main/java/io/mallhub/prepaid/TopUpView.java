package io.mallhub.prepaid;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money a customer paid in.
 *
 * @param bonus by the rule that counted when it was recorded
 * @param rule that gave the bonus; null when there is none
 * @param decided confirmed or refused, by whom and when
 * @param refusal why it was refused; empty otherwise
 */
public record TopUpView(
        String number,
        CustomerId customer,
        String customerName,
        Money amount,
        Money bonus,
        @Nullable TopUpRule rule,
        String bankReference,
        String note,
        State state,
        Act recorded,
        @Nullable Act decided,
        String refusal,
        @Nullable Act reversed,
        String reversalReason) {

    public enum State {
        /** Waits for another person. */
        RECORDED,
        /** The money is there. */
        CONFIRMED,
        REFUSED,
        /** Confirmed, and taken back. */
        REVERSED
    }

    /**
     * @param login of the person
     */
    public record Act(String login, String name, Instant at) {}

    public PrepaidAmount credited() {
        return new PrepaidAmount(amount, bonus);
    }
}
