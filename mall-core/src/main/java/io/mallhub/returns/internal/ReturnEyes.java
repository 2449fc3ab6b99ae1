package io.mallhub.returns.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.identity.StoodIn;
import io.mallhub.returns.ReturnView.Act;
import io.mallhub.returns.ReturnView.Kind;
import io.mallhub.returns.Returns.ActOutcome;
import io.mallhub.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who asked, who took the goods, who judged them and who lets the money go are different people
 * where the one could cover up for the other. Whoever stands in for another is that other, too.
 */
@Component
class ReturnEyes {
    private static final String RETURN = "return";

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

    /** Whose task it is. */
    private static final Map<Kind, Set<Role>> DOERS =
            Map.of(
                    Kind.REVIEWED, Set.of(Role.SALES),
                    Kind.RECEIVED, Set.of(Role.WAREHOUSE),
                    Kind.INSPECTED, Set.of(Role.INSPECTOR, Role.QUALITY_HEAD),
                    Kind.REFUND_DECIDED, Set.of(Role.FINANCE));

    private final StandIns standIns;
    private final AuditLog audit;

    ReturnEyes(StandIns standIns, AuditLog audit) {
        this.standIns = standIns;
        this.audit = audit;
    }

    /** Asked for once in a decision: the refusal and what is kept of it go by the same eyes. */
    Eyes of(Kind kind, Actor by) {
        return standIns.eyes(by, DOERS.getOrDefault(kind, Set.of()));
    }

    /** Empty: this person may do it. An attempt that is refused stays in the audit log. */
    Optional<ActOutcome> refusal(ReturnRequest it, Kind kind, List<Act> acts, Eyes eyes) {
        Optional<String> why = objection(kind, acts, eyes, standIns.of(RETURN, it.number()));
        why.ifPresent(
                key ->
                        audit.record(
                                new AuditEntry(
                                        eyes.person(),
                                        "refuse-approval",
                                        RETURN,
                                        it.number(),
                                        "",
                                        eyes.details(Map.of("part", kind.name(), "why", key)))));
        return why.map(ActOutcome.NotYou::new);
    }

    /** For whoever was stood in for. */
    void decided(ReturnRequest it, Kind kind, boolean agreed, Eyes eyes) {
        standIns.decided(eyes, RETURN, it.number(), kind.name(), agreed);
    }

    static Optional<String> objection(Kind kind, List<Act> acts, Eyes eyes, List<StoodIn> stoodIn) {
        if (eyes.person().kind() != Actor.Kind.STAFF) {
            return Optional.of("return.not-staff");
        }
        Set<Kind> others = OTHERS.getOrDefault(kind, Set.of());
        Optional<Kind> own =
                acts.stream()
                        .filter(act -> others.contains(act.kind()) && eyes.include(act.by()))
                        .map(Act::kind)
                        .findFirst();
        return own.or(
                        () ->
                                others.stream()
                                        .filter(
                                                other ->
                                                        eyes.haveDecided(
                                                                stoodIn, other.name()::equals))
                                        .findFirst())
                .map(other -> WHY.getOrDefault(other, "return.inspector"));
    }
}
