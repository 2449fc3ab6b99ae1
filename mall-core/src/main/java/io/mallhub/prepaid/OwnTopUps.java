package io.mallhub.prepaid;

import io.mallhub.payment.OnlinePayments.PayOutcome;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prepaid money that buyers top up themselves through the payment provider. Nobody of the house
 * takes part: only the provider's word credits it, once. The bonus is fixed when it is begun and
 * holds as long as its payment is awaited; money that comes later is credited with the bonus of the
 * day it comes. Top-ups by transfer are announced instead, and are finance's {@link TopUps}.
 */
public interface OwnTopUps {
    Terms terms(CustomerId customer);

    /**
     * Why this customer may not top up so much, online or by transfer.
     *
     * @return message key: own-top-up.not-allowed, own-top-up.amount; empty when it may
     */
    Optional<String> objection(CustomerId customer, Money amount);

    /** Asks for its money. Nothing is credited yet. Idempotent by company and key. */
    StartOutcome start(StartTopUp command);

    /**
     * Where to send the payer, as long as the payment is awaited.
     *
     * @throws IllegalArgumentException when there is no such top-up
     */
    PayOutcome pay(String number);

    Optional<OwnTopUpView> find(String number);

    /** Newest first. Null means any. */
    Page<OwnTopUpView> page(
            @Nullable CustomerId customer, @Nullable OwnTopUpState state, PageRequest page);

    /**
     * Ends those whose time to pay is over, at the provider first. Never inside a transaction.
     *
     * @return how many were ended or found paid
     */
    int closeDue(int atMost);

    /** Those whose state is not that of their payment: always empty, or an alarm. */
    List<String> unproven();

    /**
     * @param allowed whether it may pay orders from prepaid money
     * @param online whether a provider is set up
     * @param open how many of its top-ups wait for their money
     */
    record Terms(boolean allowed, boolean online, Money least, Money most, int open) {}

    /**
     * @param key of the form or request
     */
    record StartTopUp(CustomerId customer, Money amount, String key, Actor by) {}

    sealed interface StartOutcome {
        /**
         * @param repeated this key was known with this amount
         */
        record Started(OwnTopUpView topUp, boolean repeated) implements StartOutcome {}

        /**
         * Nothing was kept.
         *
         * @param problem message key: own-top-up.not-buyer, own-top-up.not-allowed,
         *     own-top-up.not-offered, own-top-up.amount (detail: from – to), own-top-up.too-many
         *     (detail: how many), own-top-up.key-reused, own-top-up.key
         */
        record Refused(String problem, String detail) implements StartOutcome {}
    }

    enum OwnTopUpState {
        /** Its money is awaited. */
        OPEN,
        CREDITED,
        /** Not paid in time. What still comes is credited. */
        CLOSED
    }

    /**
     * @param rule that gave the bonus; null when there is none
     * @param late its money came after it was closed
     */
    record OwnTopUpView(
            String number,
            CustomerId customer,
            String customerName,
            Money amount,
            Money bonus,
            @Nullable TopUpRule rule,
            OwnTopUpState state,
            String payment,
            String startedBy,
            Instant startedAt,
            Instant expiresAt,
            @Nullable Instant endedAt,
            boolean late) {
        public boolean isOpen() {
            return state == OwnTopUpState.OPEN;
        }
    }
}
