package io.mallhub.promotion.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class PromotionDesk implements Promotions {
    private static final String SUBJECT = "promotion-rule";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 500;

    private final PromotionTable rules;
    private final AuditLog audit;
    private final Clock clock;
    private volatile Live known = new Live(-1, List.of());

    PromotionDesk(PromotionTable rules, AuditLog audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public PutOutcome put(PutRule command) {
        Optional<String> problem = problem(command);
        if (problem.isPresent()) {
            return new PutOutcome.Refused(problem.get(), "");
        }
        String code = command.code();
        int version = 1;
        if (code == null) {
            code = rules.open(clock.instant());
        } else {
            RuleView before = rules.lock(code).orElse(null);
            String objection = objection(before, command.version());
            if (objection != null) {
                return new PutOutcome.Refused(objection, code);
            }
            version = command.version() + 1;
        }
        audit.record(
                new AuditEntry(
                        command.by(),
                        "put-promotion-rule",
                        SUBJECT,
                        code,
                        command.reason().strip(),
                        Map.of(
                                "version", Integer.toString(version),
                                "name", command.name().strip())));
        rules.addVersion(code, version, command, clock.instant());
        return new PutOutcome.Put(rules.find(code).orElseThrow().rule());
    }

    private static @Nullable String objection(@Nullable RuleView before, int seen) {
        if (before == null) {
            return "promotion-rule.unknown";
        }
        if (before.isStopped()) {
            return "promotion-rule.stopped";
        }
        return before.rule().version() == seen ? null : "promotion-rule.changed-meanwhile";
    }

    private Optional<String> problem(PutRule rule) {
        if (rule.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("promotion-rule.not-staff");
        }
        if (rule.name().isBlank() || rule.name().strip().length() > LONGEST_NAME) {
            return Optional.of("promotion-rule.name");
        }
        if (isNoReason(rule.reason())) {
            return Optional.of("promotion-rule.reason");
        }
        Instant until = rule.conditions().until();
        return until != null && !until.isAfter(clock.instant())
                ? Optional.of("promotion-rule.over")
                : Optional.empty();
    }

    @Override
    public StopOutcome stop(String code, String reason, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return new StopOutcome.Refused("promotion-rule.not-staff");
        }
        if (isNoReason(reason)) {
            return new StopOutcome.Refused("promotion-rule.reason");
        }
        Optional<RuleView> before = rules.lock(code);
        if (before.isEmpty()) {
            return new StopOutcome.Refused("promotion-rule.unknown");
        }
        if (!before.get().isStopped()) {
            audit.record(
                    new AuditEntry(
                            by, "stop-promotion-rule", SUBJECT, code, reason.strip(), Map.of()));
            rules.stop(code, reason.strip(), by, clock.instant());
        }
        return new StopOutcome.Stopped();
    }

    private static boolean isNoReason(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST_TEXT;
    }

    /**
     * The revision is read first: rules that change between the two reads are read again next time,
     * never kept under a revision they are newer than for good.
     */
    @Override
    @Transactional(readOnly = true)
    public Live live() {
        long revision = rules.revision();
        Live kept = known;
        if (kept.revision() != revision) {
            kept = new Live(revision, rules.live());
            known = kept;
        }
        return kept;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rule> versions(Collection<Version> wanted) {
        return wanted.isEmpty() ? List.of() : rules.versions(wanted);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RuleView> find(String code) {
        return rules.find(code);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RuleView> page(PageRequest page) {
        return rules.page(page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RuleView> history(String code) {
        return rules.history(code);
    }
}
