package io.mallhub.customer.internal;

import io.mallhub.customer.Company;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StoodIn;
import io.mallhub.shared.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who handed something in, or brought the company, does not judge it; the second judge took no part
 * in the first judgement. Whoever stands in for another is that other, too. There is no way around,
 * for administrators neither.
 */
final class FourEyes {
    private static final String SECOND = "second-";
    private static final Set<Role> FIRST_JUDGES = Set.of(Role.QUALITY, Role.QUALITY_HEAD);
    private static final Set<Role> SECOND_JUDGES = Set.of(Role.QUALITY_HEAD);

    private FourEyes() {}

    static Set<Role> judges(boolean second) {
        return second ? SECOND_JUDGES : FIRST_JUDGES;
    }

    /** The word by which a step is kept with who was stood in for. */
    static String part(String step, boolean second) {
        return second && !step.startsWith(SECOND) ? SECOND + step : step;
    }

    /**
     * Message key of the reason why these may not judge; empty when they may.
     *
     * @param earlier what was judged of it in another's place
     */
    static Optional<String> objection(
            Application application,
            Company company,
            boolean second,
            Eyes eyes,
            List<StoodIn> earlier) {
        return objection(eyes.any(application::isParty), company, eyes)
                .or(
                        () ->
                                second && tookPartInFirstReview(application, eyes, earlier)
                                        ? Optional.of("four-eyes.reviewed-before")
                                        : Optional.empty());
    }

    private static boolean tookPartInFirstReview(
            Application application, Eyes eyes, List<StoodIn> earlier) {
        return eyes.any(application::tookPartInFirstReview)
                || eyes.haveDecided(earlier, part -> !part.startsWith(SECOND));
    }

    /**
     * As the other one, of what is judged once.
     *
     * @param handedItIn whether one of these took part in handing it in
     */
    static Optional<String> objection(boolean handedItIn, Company company, Eyes eyes) {
        if (eyes.person().kind() != Actor.Kind.STAFF) {
            return Optional.of("four-eyes.not-staff");
        }
        if (handedItIn) {
            return Optional.of("four-eyes.handed-in");
        }
        return eyes.includeStaff(company.salesperson())
                ? Optional.of("four-eyes.salesperson")
                : Optional.empty();
    }
}
