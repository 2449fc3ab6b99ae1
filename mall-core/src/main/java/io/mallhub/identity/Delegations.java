package io.mallhub.identity;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Staff give the tasks of a role to a colleague, from date to date. It gives no more than tasks:
 * who loses the role, or is disabled, has nothing to give any longer. {@link StandIns} holds four
 * eyes through it.
 */
public interface Delegations {
    /** The longest a role is given for, in days. */
    int LONGEST = 366;

    Outcome give(GiveRole command);

    /**
     * Ends it at once; of what has ended nothing changes.
     *
     * @throws IllegalStateException unless done by the giver, the colleague or an administrator
     */
    void revoke(UUID id, Actor by);

    /**
     * Newest first.
     *
     * @param login null = everybody's; else those this person gave or was given
     */
    Page<DelegationView> page(@Nullable String login, PageRequest page);

    /**
     * @param principal login of who gives
     * @param delegate login of the colleague
     * @param from first day, a date of the mall; one that is past means now
     * @param until last day
     * @param reason must not be blank
     * @param by the giver himself, or an administrator
     */
    record GiveRole(
            String principal,
            String delegate,
            Role role,
            LocalDate from,
            LocalDate until,
            String reason,
            Actor by) {}

    sealed interface Outcome {
        record Given(UUID id) implements Outcome {}

        /**
         * @param why message key: delegation.not-yours, .to-yourself, .unknown, .not-his-role,
         *     .never, .reversed, .past, .too-long, .no-reason, .twice
         */
        record Refused(String why) implements Outcome {}
    }
}
