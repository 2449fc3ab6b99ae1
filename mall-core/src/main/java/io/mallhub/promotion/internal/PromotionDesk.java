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
        boolean published = false;
        if (code == null) {
            code = rules.open(RuleKind.of(command.benefit()), clock.instant());
        } else {
            RuleView before = rules.lock(code).orElse(null);
            String objection = objection(before, command.version());
            if (objection != null) {
                return new PutOutcome.Refused(objection, code);
            }
            published = before != null && before.state() != RuleState.DRAFT;
        }
        int version =
                published
                        ? rules.putDraft(code, command, clock.instant())
                        : rules.put(code, command, clock.instant());
        Rule put = rules.version(new Version(code, version)).orElseThrow().rule();
        audit.record(
                new AuditEntry(
                        command.by(),
                        "put-promotion-rule",
                        SUBJECT,
                        code,
                        command.reason().strip(),
                        Map.of("version", Integer.toString(version), "name", put.name())));
        return new PutOutcome.Put(put);
    }

    private static @Nullable String objection(@Nullable RuleView before, int seen) {
        if (before == null) {
            return "promotion-rule.unknown";
        }
        if (before.isStopped()) {
            return "promotion-rule.stopped";
        }
        int latest = before.isDrafted() ? before.draft() : before.rule().version();
        return latest == seen ? null : "promotion-rule.changed-meanwhile";
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
                    boolean inForce = before.rule().version() == version;
                    if (inForce && before.state() == RuleState.LIVE) {
                        return null;
                    }
                    RuleView wanted = wanted(before, version);
                    if (wanted == null) {
                        return changed(code);
                    }
                    StepOutcome.Refused refused = objection(wanted);
                    if (refused != null) {
                        return refused;
                    }
                    note(wanted, "PUBLISHED", "publish-promotion-rule", reason, by);
                    if (inForce) {
                        rules.begin(wanted.rule(), clock.instant());
                    } else {
                        rules.takeDraft(wanted, clock.instant());
                    }
                    rules.move(code, RuleState.LIVE);
                    return null;
                });
    }

    /** The version in force, or of a new rule, or its draft; null when it is neither. */
    private @Nullable RuleView wanted(RuleView rule, int version) {
        if (rule.rule().version() == version) {
            return rule;
        }
        return rule.draft() == version ? rules.draft(rule.rule().code()).orElse(null) : null;
    }

    private static StepOutcome.Refused changed(String code) {
        return new StepOutcome.Refused("promotion-rule.changed-meanwhile", code);
    }

    /** Why it is not published. */
    private StepOutcome.@Nullable Refused objection(RuleView wanted) {
        Instant until = wanted.rule().conditions().until();
        if (until != null && !until.isAfter(clock.instant())) {
            return new StepOutcome.Refused("promotion-rule.over", "");
        }
        return wanted.isExempt()
                ? null
                : giveaways.forbidden(wanted.rule(), giveaways.terms()).orElse(null);
    }

    @Override
    public StepOutcome discard(String code, int version, String reason, Actor by) {
        return step(
                code,
                reason,
                by,
                before -> {
                    RuleView draft = wanted(before, version);
                    if (draft != null && draft.isWaiting()) {
                        note(draft, "DISCARDED", "discard-promotion-draft", reason, by);
                        rules.forgetDraft(code);
                        return null;
                    }
                    return wasDiscarded(code, version) ? null : changed(code);
                });
    }

    private boolean wasDiscarded(String code, int version) {
        return rules.steps().of(code).stream()
                .anyMatch(it -> it.version() == version && it.what().equals("DISCARDED"));
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
                    RuleView wanted = wanted(before, version);
                    if (wanted == null) {
                        return changed(code);
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
                    if (!wanted.isExempt()) {
                        note(wanted, "EXEMPTED", "exempt-promotion-rule", reason, by);
                        if (wanted == before && before.state() == RuleState.LIVE) {
                            rules.changed();
                        }
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
    public Optional<RuleView> draft(String code) {
        return rules.draft(code);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RuleView> version(Version wanted) {
        return rules.version(wanted);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RuleView> page(
            @Nullable RuleState state, @Nullable RuleKind kind, boolean drafted, PageRequest page) {
        return rules.page(state, kind, drafted, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RuleView> drafts(PageRequest page) {
        return rules.drafts(page);
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
