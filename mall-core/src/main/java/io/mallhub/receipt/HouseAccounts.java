package io.mallhub.receipt;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bank account of the house that buyers transfer to, and how long an order waits for its
 * transfer. Who changes it diverts money: one person of finance proposes a version, and it counts
 * once another one has confirmed it. Versions are never changed. Through delegation too; who tries
 * alone is refused and kept in the audit log.
 */
public interface HouseAccounts {
    /** The latest that was confirmed, if it is offered. */
    Optional<HouseAccount> offered();

    /** The latest that was confirmed, offered or not. */
    Optional<HouseAccount> current();

    /** What waits for another person. */
    Optional<HouseAccount> proposed();

    /** Empty, or a message key of why not, see {@link ProposeAccount}. */
    Optional<String> propose(ProposeAccount command);

    /**
     * It counts from now on. Idempotent for the same person.
     *
     * @return empty, or a message key: house-account.not-staff, house-account.proposer,
     *     house-account.decided-already
     */
    Optional<String> confirm(long id, Actor by);

    /** Never to count. Who proposed it may do that himself. */
    Optional<String> discard(long id, Actor by);

    /** Newest first. */
    Page<HouseAccount> page(PageRequest page);

    /**
     * Refused with house-account.not-staff, house-account.payee, house-account.bank,
     * house-account.account (digits, blanks and dashes), house-account.term (1 to 2160 hours),
     * house-account.grace (1 to 720 hours), house-account.waits (another proposal does),
     * house-account.unchanged, house-account.reason-missing, house-account.reason-too-long.
     *
     * @param offered whether orders may be paid by transfer; the account may be empty where not
     */
    record ProposeAccount(
            boolean offered,
            String payee,
            String bank,
            String account,
            int termHours,
            int graceHours,
            String reason,
            Actor by) {}

    /**
     * @param termHours an order that is not paid in so many hours is cancelled
     * @param graceHours after a declined announcement an order waits so long at least, once
     * @param decidedBy name of who confirmed or discarded it; null while it waits
     */
    record HouseAccount(
            long id,
            boolean offered,
            String payee,
            String bank,
            String account,
            int termHours,
            int graceHours,
            AccountState state,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    enum AccountState {
        PROPOSED,
        CONFIRMED,
        DISCARDED
    }
}
