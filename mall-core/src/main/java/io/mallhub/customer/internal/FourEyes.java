package io.mallhub.customer.internal;

import io.mallhub.customer.Company;
import io.mallhub.shared.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who handed an application in, or brought the company, does not judge it; the second judge took no
 * part in the first judgement. There is no way around, for administrators neither.
 */
final class FourEyes {
    private FourEyes() {}

    /** Message key of the reason why this person may not judge; empty when he may. */
    static Optional<String> objection(
            Application application, Company company, boolean second, Actor judge) {
        if (judge.kind() != Actor.Kind.STAFF) {
            return Optional.of("four-eyes.not-staff");
        }
        if (application.isParty(judge)) {
            return Optional.of("four-eyes.handed-in");
        }
        if (isLoginOf(company.salesperson(), judge)) {
            return Optional.of("four-eyes.salesperson");
        }
        if (second && application.tookPartInFirstReview(judge)) {
            return Optional.of("four-eyes.reviewed-before");
        }
        return Optional.empty();
    }

    private static boolean isLoginOf(@Nullable String salesperson, Actor judge) {
        return salesperson != null && salesperson.equalsIgnoreCase(judge.id());
    }
}
