package io.mallhub.promotion;

import io.mallhub.promotion.GivingRules.Held;
import io.mallhub.promotion.GivingRules.LowPrices;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gift policy of the mall, as data: one version is in force, all are kept. A change is proposed
 * by one person and agreed to by another; from then on it holds for everything that is worked out
 * anew, and orders made before keep the version they were made under.
 */
public interface GiftPolicies {
    /** What is in force, and who agreed to it. */
    PolicyView inForce();

    /** The change that somebody has proposed and nobody decided on yet. */
    Optional<PolicyView> waiting();

    /** Everything that was ever proposed, newest first. */
    Page<PolicyView> history(PageRequest page);

    /** What such a change would do to all that is live now; reads everything that is live. */
    Preview preview(Set<RegulatoryCategory> never, int leastPercent);

    /** One at a time: while a change waits no other is taken. */
    ProposeOutcome propose(Proposal proposal);

    /**
     * It becomes the version in force. Four eyes: never by who proposed it; an attempt stays in the
     * audit log. Idempotent.
     */
    DecideOutcome agree(String number, String reason, Actor by);

    /** It never comes into force. Idempotent. */
    DecideOutcome refuse(String number, String reason, Actor by);

    /** Whoever proposed it takes it back. Idempotent. */
    DecideOutcome withdraw(String number, Actor by);

    /**
     * All versions of rules that compliance ever let give what the policy forbids, newest first.
     */
    Page<Exempted> exempted(PageRequest page);

    /**
     * @param seen version it is to follow
     * @param reason 1 to 500 characters
     */
    record Proposal(
            int seen, Set<RegulatoryCategory> never, int leastPercent, String reason, Actor by) {}

    enum PolicyState {
        WAITING,
        AGREED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * @param number {@code GP} + 6 digits
     * @param terms with the version it has, or would have
     * @param reason of who proposed it
     * @param proposedBy the system, for the first version, which releases agreed to
     * @param decision reason of who decided
     * @param decidedAt null while it waits
     */
    record PolicyView(
            String number,
            PolicyState state,
            GiftTerms terms,
            String reason,
            Actor proposedBy,
            Instant proposedAt,
            String decidedBy,
            String decision,
            @Nullable Instant decidedAt) {
        public boolean isWaiting() {
            return state == PolicyState.WAITING;
        }

        /** What a fresh mall begins with. */
        public boolean isFirst() {
            return proposedBy.kind() == Actor.Kind.SYSTEM;
        }

        public boolean isProposedBy(Actor person) {
            return person.kind() == proposedBy.kind()
                    && person.id().equalsIgnoreCase(proposedBy.id());
        }
    }

    /**
     * @param held what is let out now and would not be
     * @param free what is held back now and would not be
     * @param added categories that would be never gifts
     * @param removed categories that might be gifts then
     * @param low single prices under what it would leave, which stay as they are
     */
    record Preview(
            GiftTerms before,
            GiftTerms after,
            Set<RegulatoryCategory> added,
            Set<RegulatoryCategory> removed,
            List<Held> held,
            List<Held> free,
            List<LowPrices> low) {}

    sealed interface ProposeOutcome {
        record Proposed(String number) implements ProposeOutcome {}

        /**
         * @param key message key, {@code gift-policy.…}
         */
        record Refused(String key, String detail) implements ProposeOutcome {}
    }

    sealed interface DecideOutcome {
        record Done() implements DecideOutcome {}

        /**
         * @param key message key, {@code gift-policy.…}
         */
        record Refused(String key) implements DecideOutcome {}
    }

    /**
     * A version of a rule that may give what is never given.
     *
     * @param askedBy who wrote the version
     * @param asked the reason for which it was written
     * @param until end of its period, the moment the next version came into force, or its end; of a
     *     draft, when it was saved anew or thrown away; null while none is known
     * @param holds the version is in force, or waits as a draft, and the rule has not ended
     */
    record Exempted(
            String code,
            int version,
            String name,
            String askedBy,
            String asked,
            String allowedBy,
            String reason,
            Instant at,
            @Nullable Instant until,
            boolean holds) {}
}
