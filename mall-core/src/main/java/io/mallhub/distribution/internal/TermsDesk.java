package io.mallhub.distribution.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.distribution.Distribution;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Reason;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TermsDesk implements Distribution {
    /** As long as nobody has said anything. */
    private static final Terms AT_FIRST = new Terms(0, false, 7);

    private final TermsTable table;
    private final AuditLog audit;
    private final Clock clock;

    TermsDesk(TermsTable table, AuditLog audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Terms terms() {
        return table.newest().orElse(AT_FIRST);
    }

    @Override
    @Transactional
    public ChangeOutcome change(ChangeTerms asked) {
        ChangeTerms command = new ChangeTerms(asked.terms(), Reason.of(asked.reason()), asked.by());
        table.lock();
        Terms before = terms();
        Optional<String> problem = problem(command, before);
        if (problem.isPresent()) {
            return new ChangeOutcome.Refused(problem.get());
        }
        Terms after = table.add(command, clock.instant());
        audit.record(
                new AuditEntry(
                        command.by(),
                        "change-distribution",
                        "distribution",
                        Long.toString(after.version()),
                        command.reason(),
                        Map.of(
                                "enabled", before.enabled() + " > " + after.enabled(),
                                "days", before.windowDays() + " > " + after.windowDays())));
        return new ChangeOutcome.Changed(after);
    }

    private static Optional<String> problem(ChangeTerms command, Terms before) {
        Terms terms = command.terms();
        if (command.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("distribution.not-staff");
        }
        if (terms.windowDays() < 1 || terms.windowDays() > MOST_DAYS) {
            return Optional.of("distribution.window");
        }
        if (terms.version() != before.version()) {
            return Optional.of("distribution.changed-meanwhile");
        }
        return terms.equals(before)
                ? Optional.of("distribution.unchanged")
                : Reason.problem("distribution", command.reason());
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TermsVersion> history(PageRequest page) {
        return table.history(page);
    }
}
