package io.mallhub.order.internal;

import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StoodIn;
import io.mallhub.order.Orders.ApprovalOutcome;
import io.mallhub.order.Orders.ApprovalOutcome.NotYou;
import io.mallhub.shared.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Nobody decides on an order of his own, that he has changed or of a company he sells to, or for
 * two groups, be it before a change and after it; a group decides once. Whoever stands in for
 * another is that other, too. The same decision of the same person again is the same answer.
 */
final class FourEyes {
    private FourEyes() {}

    /** What happened to the order that it does not carry itself any more. */
    record Past(List<OrderChange> changes, List<StoodIn> stoodIn) {
        Stream<ApprovalDecision> withdrawn() {
            return changes.stream().flatMap(it -> it.withdrawn().stream());
        }
    }

    /** The roles whose task the decision of a group is. */
    static Set<Role> deciders(String group) {
        return switch (group) {
            case "sales" -> Set.of(Role.SALES);
            case "finance" -> Set.of(Role.FINANCE);
            case "compliance" -> Set.of(Role.QUALITY);
            default -> throw new IllegalArgumentException("No group " + group);
        };
    }

    /** Empty: these may decide for this group now. */
    static Optional<ApprovalOutcome> answer(
            Order order,
            @Nullable String salesperson,
            String group,
            boolean approved,
            Eyes eyes,
            Past past) {
        if (eyes.person().kind() != Actor.Kind.STAFF) {
            return Optional.of(new NotYou("approval.not-staff"));
        }
        if (eyes.include(order.submission().by())) {
            return Optional.of(new NotYou("approval.submitter"));
        }
        if (eyes.includeStaff(salesperson)) {
            return Optional.of(new NotYou("approval.salesperson"));
        }
        if (past.changes().stream().anyMatch(it -> eyes.includeStaff(it.byId()))) {
            return Optional.of(new NotYou("approval.changer"));
        }
        if (past.withdrawn().anyMatch(it -> isOtherGroup(it, group, eyes, past))) {
            return Optional.of(new NotYou("approval.other-group"));
        }
        for (ApprovalDecision earlier : order.approvals()) {
            boolean sameGroup = earlier.kind().equals(group);
            if (sameGroup
                    && earlier.byId().equals(eyes.person().id())
                    && earlier.approved() == approved) {
                return Optional.of(new ApprovalOutcome.Recorded());
            }
            if (sameGroup) {
                return Optional.of(new NotYou("approval.already-decided"));
            }
            if (isOtherGroup(earlier, group, eyes, past)) {
                return Optional.of(new NotYou("approval.other-group"));
            }
        }
        return Optional.empty();
    }

    private static boolean isOtherGroup(
            ApprovalDecision earlier, String group, Eyes eyes, Past past) {
        return !earlier.kind().equals(group)
                && (eyes.includeStaff(earlier.byId())
                        || eyes.haveDecided(past.stoodIn(), earlier.kind()::equals));
    }
}
