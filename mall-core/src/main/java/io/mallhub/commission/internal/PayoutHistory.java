package io.mallhub.commission.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.StandIns;
import io.mallhub.identity.StoodIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who had which part in a payout so far, also on the statements its lines were carried over from.
 */
@Component
class PayoutHistory {
    static final String PAYOUT = "payout";

    private final StatementLines lines;
    private final StandIns standIns;
    private final AuditLog audit;

    PayoutHistory(StatementLines lines, StandIns standIns, AuditLog audit) {
        this.lines = lines;
        this.standIns = standIns;
        this.audit = audit;
    }

    PayoutEyes of(Head statement) {
        String number = statement.number();
        List<StoodIn> earlier = new ArrayList<>(standIns.of(PAYOUT, number));
        lines.clearedBefore(number).stream()
                .flatMap(before -> standIns.of(PAYOUT, before).stream())
                .filter(one -> one.part().equals(PayoutEyes.CLEARING))
                .forEach(earlier::add);
        lines.putRightOn(number).stream()
                .flatMap(before -> standIns.of(PAYOUT, before).stream())
                .filter(one -> one.agreed() && one.part().equals(PayoutEyes.RESOLVING))
                .forEach(earlier::add);
        return new PayoutEyes(
                statement.beneficiary(),
                lines.deciders(number).values(),
                lines.clearers(number),
                lines.resolvers(number),
                earlier);
    }

    /** Kept with who was stood in for. */
    void keep(String number, Eyes eyes, String action, String reason, Map<String, String> details) {
        audit.record(
                new AuditEntry(
                        eyes.person(),
                        action,
                        "commission-statement",
                        number,
                        reason,
                        eyes.details(details)));
    }

    /** An attempt at what four eyes forbid. */
    void keepAttempt(String number, Eyes eyes, Map<String, String> details) {
        keep(number, eyes, "refuse-approval", "", details);
    }
}
