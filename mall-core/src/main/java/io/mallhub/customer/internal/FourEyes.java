package io.mallhub.customer.internal;

import io.mallhub.customer.Company;
import io.mallhub.shared.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who handed something in, or brought the company, does not judge it; the second judge took no part
 * in the first judgement. There is no way around, for administrators neither.
 */
final class FourEyes {
    private FourEyes() {}

    /** Message key of the reason why this person may not judge; empty when he may. */
    static Optional<String> objection(
            Application application, Company company, boolean second, Actor judge) {
        return objection(application.isParty(judge), company, judge)
                .or(
                        () ->
                                second && application.tookPartInFirstReview(judge)
                                        ? Optional.of("four-eyes.reviewed-before")
                                        : Optional.empty());
    }

    /**
     * As the other one, of what is judged once.
     *
     * @param handedItIn whether this person took part in handing it in
     */
    static Optional<String> objection(boolean handedItIn, Company company, Actor judge) {
        if (judge.kind() != Actor.Kind.STAFF) {
            return Optional.of("four-eyes.not-staff");
        }
        if (handedItIn) {
            return Optional.of("four-eyes.handed-in");
        }
        return isLoginOf(company.salesperson(), judge)
                ? Optional.of("four-eyes.salesperson")
                : Optional.empty();
    }

    private static boolean isLoginOf(@Nullable String salesperson, Actor judge) {
        return salesperson != null && salesperson.equalsIgnoreCase(judge.id());
    }
}
