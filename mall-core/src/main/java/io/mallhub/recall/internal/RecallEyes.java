package io.mallhub.recall.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.recall.internal.RecallRows.Recall;
import io.mallhub.shared.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who orders a recall does not say himself that it is done: four eyes, through delegation too. */
@Component
class RecallEyes {
    static final String RECALL = "recall";
    static final String OPEN = "open";
    static final String CLOSE = "close";
    static final String UNLOCK = "unlock";

    private static final Map<String, Set<Role>> DOERS =
            Map.of(
                    OPEN, Set.of(Role.QUALITY, Role.QUALITY_HEAD),
                    CLOSE, Set.of(Role.QUALITY, Role.QUALITY_HEAD),
                    UNLOCK, Set.of(Role.QUALITY_HEAD));

    private final StandIns standIns;
    private final AuditLog audit;

    RecallEyes(StandIns standIns, AuditLog audit) {
        this.standIns = standIns;
        this.audit = audit;
    }

    Eyes of(String part, Actor by) {
        return standIns.eyes(by, DOERS.getOrDefault(part, Set.of()));
    }

    /** A message key; an attempt that is refused stays in the audit log. */
    Optional<String> objection(Recall recall, String part, Eyes eyes) {
        Optional<String> why = why(recall, part, eyes);
        why.ifPresent(
                key ->
                        audit.record(
                                new AuditEntry(
                                        eyes.person(),
                                        "refuse-approval",
                                        RECALL,
                                        recall.number(),
                                        "",
                                        eyes.details(Map.of("part", part, "why", key)))));
        return why;
    }

    private Optional<String> why(Recall recall, String part, Eyes eyes) {
        if (eyes.person().kind() != Actor.Kind.STAFF) {
            return Optional.of("recall.not-staff");
        }
        boolean opener =
                eyes.include(recall.openedBy())
                        || eyes.haveDecided(standIns.of(RECALL, recall.number()), OPEN::equals);
        return part.equals(CLOSE) && opener ? Optional.of("recall.opener") : Optional.empty();
    }

    /** Unlocking watches nobody: who stood in for whom then is in the audit log alone. */
    void done(String number, String part, Eyes eyes) {
        if (!part.equals(UNLOCK)) {
            standIns.decided(eyes, RECALL, number, part, true);
        }
    }
}
