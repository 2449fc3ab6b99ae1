package io.mallhub.commission.internal;

import io.mallhub.identity.Eyes;
import io.mallhub.identity.StoodIn;
import io.mallhub.shared.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Staff only, nobody on their own money, nobody two parts of one payout: its steps, saying that a
 * payee is not linked, and putting a disputed line right. Whoever stands in for another is that
 * other, too.
 *
 * @param deciders logins of those who decided a step
 * @param clearers logins of those who cleared a link that held a line of it
 * @param resolvers logins of those who put a line of it right
 * @param earlier what was decided of it in another's place
 */
record PayoutEyes(
        String beneficiary,
        Collection<String> deciders,
        Collection<String> clearers,
        Collection<String> resolvers,
        List<StoodIn> earlier) {
    static final String NOT_STAFF = "payout.not-staff";
    static final String OWN = "payout.own";
    static final String OTHER_STEP = "payout.other-step";
    static final String CLEARED_LINK = "payout.cleared-link";
    static final String RESOLVED_DISPUTE = "payout.resolved-dispute";

    /** Part of whoever cleared a link in another's place. */
    static final String CLEARING = "CLEARED_LINK";

    /** Part of whoever put a disputed line right in another's place. */
    static final String RESOLVING = "RESOLVED_DISPUTE";

    private static final Set<String> BEFORE_THE_STEPS = Set.of(CLEARING, RESOLVING);

    /** What is kept as an attempt: other refusals are only too early or too late. */
    static final Set<String> ATTEMPTS =
            Set.of(NOT_STAFF, OWN, OTHER_STEP, CLEARED_LINK, RESOLVED_DISPUTE);

    /** Of the person alone, whatever happened so far. */
    Optional<String> objectionTo(Eyes eyes) {
        if (eyes.person().kind() != Actor.Kind.STAFF) {
            return Optional.of(NOT_STAFF);
        }
        return eyes.includeStaff(beneficiary) ? Optional.of(OWN) : Optional.empty();
    }

    /** Of another part that one of these had. */
    Optional<String> objectionToAnotherPart(Eyes eyes) {
        if (haveCleared(eyes)) {
            return Optional.of(CLEARED_LINK);
        }
        if (haveResolved(eyes)) {
            return Optional.of(RESOLVED_DISPUTE);
        }
        return haveDecided(eyes) ? Optional.of(OTHER_STEP) : Optional.empty();
    }

    /** Who cleared a link may clear another; who decided a step clears none. */
    Optional<String> objectionToClearing(Eyes eyes) {
        return objectionTo(eyes)
                .or(() -> haveDecided(eyes) ? Optional.of(OTHER_STEP) : Optional.empty());
    }

    private boolean haveCleared(Eyes eyes) {
        return clearers.stream().anyMatch(eyes::includeStaff)
                || eyes.haveDecided(earlier, CLEARING::equals);
    }

    private boolean haveResolved(Eyes eyes) {
        return resolvers.stream().anyMatch(eyes::includeStaff)
                || eyes.haveDecided(earlier, RESOLVING::equals);
    }

    private boolean haveDecided(Eyes eyes) {
        return deciders.stream().anyMatch(eyes::includeStaff)
                || eyes.haveDecided(earlier, part -> !BEFORE_THE_STEPS.contains(part));
    }
}
