package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.prepaid.TopUpView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Top-ups as entries, in the caller's transaction. */
@Component
class TopUpBooking {
    private final AccountTable accounts;
    private final PrepaidEntries entries;
    private final Clock clock;

    TopUpBooking(AccountTable accounts, PrepaidEntries entries, Clock clock) {
        this.accounts = accounts;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Idempotent by the number of the top-up.
     *
     * @param rule that gave the bonus, in words
     */
    void add(TopUpView topUp, String rule, Actor by) {
        credit(
                topUp.customer(),
                topUp.customerName(),
                NewEntry.topUp(topUp.customer(), topUp.number(), topUp.credited(), rule, by));
    }

    /** Idempotent by the key of the entry. */
    void credit(CustomerId customer, String customerName, NewEntry entry) {
        accounts.open(customer, customerName);
        if (entries.byKey(entry.customer(), entry.key()).isEmpty()) {
            entries.append(entry, clock.instant());
        }
    }

    /**
     * Takes principal and bonus back, or nothing when some of it is spent or held. Idempotent by
     * the number of the top-up.
     *
     * @return false when too little is available
     */
    boolean takeBack(TopUpView topUp, String reason, Actor by) {
        NewEntry entry =
                NewEntry.topUpReversal(
                        topUp.customer(), topUp.number(), topUp.credited(), reason, by);
        PrepaidAmount available =
                accounts.lock(topUp.customer())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                topUp.number() + " was never credited"))
                        .available();
        Optional<?> earlier = entries.byKey(entry.customer(), entry.key());
        if (earlier.isEmpty()) {
            if (available.minus(topUp.credited()).isShort()) {
                return false;
            }
            entries.append(entry, clock.instant());
        }
        return true;
    }
}
