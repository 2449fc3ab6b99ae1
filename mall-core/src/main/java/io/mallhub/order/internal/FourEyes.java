package io.mallhub.order.internal;

import io.mallhub.order.Orders.ApprovalOutcome;
import io.mallhub.order.Orders.ApprovalOutcome.NotYou;
import io.mallhub.shared.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nobody decides on an order of his own or of a company he sells to, or for two groups; a group
 * decides once. The same decision of the same person again is the same answer.
 */
final class FourEyes {
    private FourEyes() {}

    /** Empty: this person may decide for this group now. */
    static Optional<ApprovalOutcome> answer(
            Order order, @Nullable String salesperson, String group, boolean approved, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of(new NotYou("approval.not-staff"));
        }
        if (by.isSamePersonAs(order.submission().by())) {
            return Optional.of(new NotYou("approval.submitter"));
        }
        if (salesperson != null && salesperson.equalsIgnoreCase(by.id())) {
            return Optional.of(new NotYou("approval.salesperson"));
        }
        for (ApprovalDecision earlier : order.approvals()) {
            boolean samePerson = earlier.byId().equals(by.id());
            boolean sameGroup = earlier.kind().equals(group);
            if (sameGroup && samePerson && earlier.approved() == approved) {
                return Optional.of(new ApprovalOutcome.Recorded());
            }
            if (sameGroup) {
                return Optional.of(new NotYou("approval.already-decided"));
            }
            if (samePerson) {
                return Optional.of(new NotYou("approval.other-group"));
            }
        }
        return Optional.empty();
    }
}
