package io.mallhub.openness.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.Openness;
import io.mallhub.openness.RegistrationAccess;
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
class OpennessDesk implements Openness {
    /** As long as nobody has said anything. */
    private static final Doors AT_FIRST =
            new Doors(0, GuestAccess.CATALOGUE, RegistrationAccess.OPEN);

    private final DoorsTable table;
    private final AuditLog audit;
    private final Clock clock;

    OpennessDesk(DoorsTable table, AuditLog audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Doors doors() {
        return table.newest().orElse(AT_FIRST);
    }

    @Override
    @Transactional
    public ChangeOutcome change(ChangeDoors asked) {
        ChangeDoors command = new ChangeDoors(asked.doors(), Reason.of(asked.reason()), asked.by());
        table.lock();
        Doors before = doors();
        Optional<String> problem = problem(command, before);
        if (problem.isPresent()) {
            return new ChangeOutcome.Refused(problem.get());
        }
        Doors after = table.add(command, clock.instant());
        audit.record(
                new AuditEntry(
                        command.by(),
                        "change-openness",
                        "openness",
                        Long.toString(after.version()),
                        command.reason(),
                        Map.of(
                                "guests", before.guests() + " > " + after.guests(),
                                "registration",
                                        before.registration() + " > " + after.registration())));
        return new ChangeOutcome.Changed(after);
    }

    private static Optional<String> problem(ChangeDoors command, Doors before) {
        if (command.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("openness.not-staff");
        }
        if (command.doors().version() != before.version()) {
            return Optional.of("openness.changed-meanwhile");
        }
        return command.doors().equals(before)
                ? Optional.of("openness.unchanged")
                : Reason.problem("openness", command.reason());
    }

    @Override
    @Transactional(readOnly = true)
    public Page<DoorsVersion> history(PageRequest page) {
        return table.history(page);
    }
}
