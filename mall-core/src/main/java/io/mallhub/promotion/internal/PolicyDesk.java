package io.mallhub.promotion.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.promotion.GiftPolicies;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.GivingRules;
import io.mallhub.promotion.GivingRules.Held;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Reason;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class PolicyDesk implements GiftPolicies {
    private static final String SUBJECT = "gift-policy";

    private final PolicyTable policies;
    private final PromotionTable rules;
    private final List<GivingRules> giving;
    private final PolicyNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    PolicyDesk(
            PolicyTable policies,
            PromotionTable rules,
            List<GivingRules> giving,
            PolicyNotices notices,
            AuditLog audit,
            Clock clock) {
        this.policies = policies;
        this.rules = rules;
        this.giving = giving;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ProposeOutcome propose(Proposal proposal) {
        String reason = Reason.of(proposal.reason());
        Optional<String> problem = problem(proposal, reason);
        if (problem.isPresent()) {
            return new ProposeOutcome.Refused(problem.get(), "");
        }
        policies.lock();
        Optional<PolicyView> waiting = policies.waiting();
        if (waiting.isPresent()) {
            return new ProposeOutcome.Refused("gift-policy.waiting", waiting.get().number());
        }
        GiftTerms before = policies.terms();
        if (before.version() != proposal.seen()) {
            return new ProposeOutcome.Refused("gift-policy.changed-meanwhile", "");
        }
        GiftTerms after = following(before, proposal.never(), proposal.leastPercent());
        if (after.saysTheSame(before)) {
            return new ProposeOutcome.Refused("gift-policy.same", "");
        }
        String number = policies.add(proposal, reason, clock.instant());
        audit(proposal.by(), "propose-gift-policy", number, reason, said(before, after));
        notices.waiting(number, reason, proposal.by());
        return new ProposeOutcome.Proposed(number);
    }

    private static Optional<String> problem(Proposal proposal, String reason) {
        if (proposal.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("gift-policy.not-staff");
        }
        if (!GiftTerms.isLawful(proposal.never())) {
            return Optional.of("gift-policy.locked");
        }
        if (!GiftTerms.isPercent(proposal.leastPercent())) {
            return Optional.of("gift-policy.percent");
        }
        return Reason.problem(SUBJECT, reason);
    }

    @Override
    public DecideOutcome agree(String number, String typed, Actor by) {
        policies.lock();
        PolicyView policy = known(number);
        String reason = Reason.of(typed);
        Optional<String> objection = objection(policy, by);
        if (objection.isPresent()) {
            audit(
                    by,
                    "refuse-approval",
                    number,
                    "",
                    Map.of("part", "agree", "why", objection.get()));
            return new DecideOutcome.Refused(objection.get());
        }
        Optional<String> problem = Reason.problem(SUBJECT, reason);
        if (problem.isPresent() || !policy.isWaiting()) {
            return decided(policy, PolicyState.AGREED, problem);
        }
        GiftTerms before = policies.terms();
        policies.decide(number, PolicyState.AGREED, reason, by, clock.instant());
        audit(by, "agree-gift-policy", number, reason, said(before, policy.terms()));
        rules.changed();
        return new DecideOutcome.Done();
    }

    private static Optional<String> objection(PolicyView policy, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of("gift-policy.not-staff");
        }
        return policy.isProposedBy(by) ? Optional.of("gift-policy.proposer") : Optional.empty();
    }

    @Override
    public DecideOutcome refuse(String number, String typed, Actor by) {
        policies.lock();
        PolicyView policy = known(number);
        String reason = Reason.of(typed);
        Optional<String> problem =
                by.kind() == Actor.Kind.STAFF
                        ? Reason.problem(SUBJECT, reason)
                        : Optional.of("gift-policy.not-staff");
        if (problem.isPresent() || !policy.isWaiting()) {
            return decided(policy, PolicyState.REFUSED, problem);
        }
        policies.decide(number, PolicyState.REFUSED, reason, by, clock.instant());
        audit(by, "refuse-gift-policy", number, reason, Map.of());
        return new DecideOutcome.Done();
    }

    @Override
    public DecideOutcome withdraw(String number, Actor by) {
        policies.lock();
        PolicyView policy = known(number);
        Optional<String> problem =
                policy.isProposedBy(by)
                        ? Optional.empty()
                        : Optional.of("gift-policy.not-proposer");
        if (problem.isPresent() || !policy.isWaiting()) {
            return decided(policy, PolicyState.WITHDRAWN, problem);
        }
        policies.decide(number, PolicyState.WITHDRAWN, "", by, clock.instant());
        audit(by, "withdraw-gift-policy", number, "", Map.of());
        return new DecideOutcome.Done();
    }

    /** Asked once more what was decided like that is no error. */
    private static DecideOutcome decided(
            PolicyView policy, PolicyState wanted, Optional<String> problem) {
        if (problem.isPresent()) {
            return new DecideOutcome.Refused(problem.get());
        }
        return policy.state() == wanted
                ? new DecideOutcome.Done()
                : new DecideOutcome.Refused("gift-policy.decided-already");
    }

    private PolicyView known(String number) {
        return policies.find(number)
                .orElseThrow(() -> new IllegalArgumentException("No gift policy " + number));
    }

    private static GiftTerms following(
            GiftTerms before, Set<RegulatoryCategory> never, int leastPercent) {
        return new GiftTerms(before.version() + 1, never, leastPercent);
    }

    private static Map<String, String> said(GiftTerms before, GiftTerms after) {
        Map<String, String> said = new HashMap<>();
        said.put("version", Integer.toString(after.version()));
        said.put("added", names(beyond(after, before)));
        said.put("removed", names(beyond(before, after)));
        said.put("leastPercent", before.leastPercent() + " > " + after.leastPercent());
        return said;
    }

    private static String names(Collection<RegulatoryCategory> categories) {
        return categories.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static Set<RegulatoryCategory> beyond(GiftTerms one, GiftTerms other) {
        Set<RegulatoryCategory> beyond = EnumSet.copyOf(one.never());
        beyond.removeAll(other.never());
        return beyond;
    }

    private void audit(
            Actor by, String action, String number, String reason, Map<String, String> details) {
        audit.record(new AuditEntry(by, action, SUBJECT, number, reason, details));
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(Set<RegulatoryCategory> never, int leastPercent) {
        GiftTerms before = policies.terms();
        GiftTerms after = following(before, never, leastPercent);
        List<Held> heldBefore = held(before);
        List<Held> heldAfter = held(after);
        return new Preview(
                before,
                after,
                beyond(after, before),
                beyond(before, after),
                without(heldAfter, heldBefore),
                without(heldBefore, heldAfter),
                giving.stream().flatMap(it -> it.low(after).stream()).toList());
    }

    private List<Held> held(GiftTerms terms) {
        return giving.stream().flatMap(it -> it.held(terms).stream()).toList();
    }

    /** What is held back for another reason is held back all the same. */
    private static List<Held> without(List<Held> some, List<Held> others) {
        Set<List<Object>> known = new HashSet<>();
        others.forEach(it -> known.add(List.of(it.kind(), it.code())));
        List<Held> left = new ArrayList<>();
        for (Held one : some) {
            if (!known.contains(List.<Object>of(one.kind(), one.code()))) {
                left.add(one);
            }
        }
        return left;
    }

    @Override
    @Transactional(readOnly = true)
    public PolicyView inForce() {
        return policies.inForce();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PolicyView> waiting() {
        return policies.waiting();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<PolicyView> history(PageRequest page) {
        return policies.page(page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Exempted> exempted(PageRequest page) {
        return rules.exempted(page, clock.instant());
    }
}
