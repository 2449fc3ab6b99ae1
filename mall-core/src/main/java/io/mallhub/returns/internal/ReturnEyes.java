package io.mallhub.returns.internal;

import io.mallhub.returns.ReturnView.Act;
import io.mallhub.returns.ReturnView.Kind;
import io.mallhub.returns.Returns.ActOutcome;
import io.mallhub.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who asked, who took the goods, who judged them and who lets the money go are different people
 * where the one could cover up for the other.
 */
final class ReturnEyes {
    private static final Map<Kind, Set<Kind>> OTHERS =
            Map.of(
                    Kind.SUBMITTED, Set.of(),
                    Kind.REVIEWED, Set.of(Kind.SUBMITTED),
                    Kind.RECEIVED, Set.of(Kind.SUBMITTED),
                    Kind.INSPECTED, Set.of(Kind.SUBMITTED, Kind.RECEIVED),
                    Kind.REFUND_DECIDED, Set.of(Kind.SUBMITTED, Kind.REVIEWED, Kind.INSPECTED));

    private static final Map<Kind, String> WHY =
            Map.of(
                    Kind.SUBMITTED, "return.submitter",
                    Kind.REVIEWED, "return.reviewer",
                    Kind.RECEIVED, "return.receiver",
                    Kind.INSPECTED, "return.inspector");

    private ReturnEyes() {}

    /** Empty: this person may do it. */
    static Optional<ActOutcome> refusal(Kind kind, List<Act> acts, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of(new ActOutcome.NotYou("return.not-staff"));
        }
        Set<Kind> others = OTHERS.getOrDefault(kind, Set.of());
        return acts.stream()
                .filter(act -> others.contains(act.kind()) && act.by().isSamePersonAs(by))
                .findFirst()
                .map(
                        act ->
                                new ActOutcome.NotYou(
                                        WHY.getOrDefault(act.kind(), "return.inspector")));
    }
}
