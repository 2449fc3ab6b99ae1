package io.mallhub.promotion.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.promotion.RuleKind;
import io.mallhub.promotion.RuleState;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.shared.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private final LiveRules live;
    private final CatalogueGiveaways giveaways;
    private final AuditLog audit;
    private final Clock clock;

    PromotionDesk(
            PromotionTable rules,
            LiveRules live,
            CatalogueGiveaways giveaways,
            AuditLog audit,
            Clock clock) {
        this.rules = rules;
        this.live = live;
        this.giveaways = giveaways;
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
            code = rules.open(RuleKind.of(command.benefit()), clock.instant());
        } else {
            RuleView before = rules.lock(code).orElse(null);
            String objection = objection(before, command.version());
            if (objection != null) {
                return new PutOutcome.Refused(objection, code);
            }
            if (before != null && before.state() == RuleState.LIVE) {
                StepOutcome.Refused forbidden = forbidden(proposed(code, command));
                if (forbidden != null) {
                    return new PutOutcome.Refused(forbidden.key(), forbidden.detail());
                }
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
            int version = before.get().rule().version();
            rules.steps().note(code, version, "ENDED", reason.strip(), by, clock.instant());
            rules.stop(code, reason.strip(), by, clock.instant());
        }
        return new StopOutcome.Stopped();
    }

    @Override
    public StepOutcome publish(String code, int version, String reason, Actor by) {
        return step(
                code,
                reason,
                by,
                before -> {
                    if (before.state() == RuleState.LIVE) {
                        return null;
                    }
                    if (before.rule().version() != version) {
                        return new StepOutcome.Refused("promotion-rule.changed-meanwhile", code);
                    }
                    Instant until = before.rule().conditions().until();
                    if (until != null && !until.isAfter(clock.instant())) {
                        return new StepOutcome.Refused("promotion-rule.over", "");
                    }
                    StepOutcome.Refused forbidden = forbidden(before.rule());
                    if (forbidden != null && !before.isExempt()) {
                        return forbidden;
                    }
                    note(before, "PUBLISHED", "publish-promotion-rule", reason, by);
                    rules.move(code, RuleState.LIVE);
                    return null;
                });
    }

    @Override
    public StepOutcome pause(String code, String reason, Actor by) {
        return step(
                code,
                reason,
                by,
                before -> {
                    if (before.state() == RuleState.DRAFT) {
                        return new StepOutcome.Refused("promotion-rule.not-live", code);
                    }
                    if (before.state() == RuleState.LIVE) {
                        note(before, "PAUSED", "pause-promotion-rule", reason, by);
                        rules.move(code, RuleState.PAUSED);
                    }
                    return null;
                });
    }

    @Override
    public StepOutcome exempt(String code, int version, String reason, Actor by) {
        return step(
                code,
                reason,
                by,
                before -> {
                    if (before.rule().version() != version) {
                        return new StepOutcome.Refused("promotion-rule.changed-meanwhile", code);
                    }
                    if (rules.isAuthor(code, by)) {
                        audit.record(
                                new AuditEntry(
                                        by,
                                        "refuse-approval",
                                        SUBJECT,
                                        code,
                                        reason.strip(),
                                        Map.of(
                                                "part",
                                                "exempt",
                                                "why",
                                                "promotion-rule.own-exemption")));
                        return new StepOutcome.Refused("promotion-rule.own-exemption", code);
                    }
                    if (!before.isExempt()) {
                        note(before, "EXEMPTED", "exempt-promotion-rule", reason, by);
                        rules.exempt(code, version, reason.strip(), by, clock.instant());
                    }
                    return null;
                });
    }

    /** Whoever may and says why takes a step with a rule that has not ended. */
    private StepOutcome step(
            String code,
            String reason,
            Actor by,
            Function<RuleView, StepOutcome.@Nullable Refused> step) {
        if (by.kind() != Actor.Kind.STAFF) {
            return new StepOutcome.Refused("promotion-rule.not-staff", "");
        }
        if (isNoReason(reason)) {
            return new StepOutcome.Refused("promotion-rule.reason", "");
        }
        Optional<RuleView> before = rules.lock(code);
        if (before.isEmpty()) {
            return new StepOutcome.Refused("promotion-rule.unknown", code);
        }
        if (before.get().isStopped()) {
            return new StepOutcome.Refused("promotion-rule.stopped", code);
        }
        StepOutcome.Refused refused = step.apply(before.get());
        return refused == null ? new StepOutcome.Done() : refused;
    }

    private void note(RuleView rule, String what, String action, String reason, Actor by) {
        String code = rule.rule().code();
        int version = rule.rule().version();
        audit.record(
                new AuditEntry(
                        by,
                        action,
                        SUBJECT,
                        code,
                        reason.strip(),
                        Map.of("version", Integer.toString(version))));
        rules.steps().note(code, version, what, reason.strip(), by, clock.instant());
    }

    private static Rule proposed(String code, PutRule command) {
        return new Rule(
                code,
                command.version() + 1,
                command.name(),
                command.conditions(),
                command.benefit(),
                command.stacking());
    }

    private StepOutcome.@Nullable Refused forbidden(Rule rule) {
        return giveaways.forbidden(rule, giveaways.terms()).orElse(null);
    }

    private static boolean isNoReason(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST_TEXT;
    }

    @Override
    @Transactional(readOnly = true)
    public Live live() {
        return live.rules();
    }

    @Override
    @Transactional(readOnly = true)
    public RuleBook book() {
        return live.book();
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
    public Page<RuleView> page(
            @Nullable RuleState state, @Nullable RuleKind kind, PageRequest page) {
        return rules.page(state, kind, page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> steps(String code) {
        return rules.steps().of(code);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RuleView> history(String code) {
        return rules.history(code);
    }
}
