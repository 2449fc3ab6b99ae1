package io.mallhub.prepaid;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that comes in. A top-up is money: one person records it, another one confirms it, and only
 * then is it in the account; whoever confirmed it does not take it back. Through delegation too;
 * who tries is refused and kept in the audit log.
 */
public interface TopUps {
    /**
     * Nothing is credited yet. The bonus is fixed here, by the rules of today. Idempotent by bank
     * reference.
     */
    RecordOutcome record(RecordTopUp command);

    /** Credits principal and bonus. Idempotent for the same person. */
    DecideOutcome confirm(String number, Actor by);

    /** It was recorded wrongly: nothing is credited. Who recorded it may do that himself. */
    DecideOutcome refuse(String number, String reason, Actor by);

    /** Takes a confirmed top-up back, bonus and all; possible as long as nothing of it is spent. */
    DecideOutcome reverse(String number, String reason, Actor by);

    Optional<TopUpView> find(String number);

    /** Newest first. Null means any. */
    Page<TopUpView> page(
            @Nullable CustomerId customer, TopUpView.@Nullable State state, PageRequest page);

    /**
     * @param bankReference of the transfer; spaces and case don't count
     * @param note for the one who confirms, may be empty
     */
    record RecordTopUp(
            CustomerId customer, Money amount, String bankReference, String note, Actor by) {}

    sealed interface RecordOutcome {
        /**
         * @param repeated this reference of this customer and amount was recorded before
         */
        record Recorded(String number, boolean repeated) implements RecordOutcome {}

        /**
         * Nothing was kept.
         *
         * @param problem message key: top-up.not-staff, top-up.unknown-customer, top-up.amount,
         *     top-up.reference, top-up.note-too-long, top-up.reference-known (detail: the top-up or
         *     receipt that has it)
         */
        record Refused(String problem, String detail) implements RecordOutcome {}
    }

    sealed interface DecideOutcome {
        record Done() implements DecideOutcome {}

        /**
         * @param why message key: top-up.not-staff, top-up.recorder, top-up.confirmer,
         *     top-up.decided-already, top-up.not-confirmed, top-up.reason-missing, top-up.spent
         */
        record Refused(String why) implements DecideOutcome {}
    }
}
