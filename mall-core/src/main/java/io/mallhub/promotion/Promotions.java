package io.mallhub.promotion;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The promotion rules of the mall, as data. A change is a new version; older ones stay readable, so
 * that an order can be worked out again by the rules it was made with. Every change is audited.
 */
public interface Promotions {
    /**
     * A new rule, not published yet; or another version of one. Of a rule that was published once
     * it waits as a draft, in the place of one that waits already, and nothing that is in force
     * changes.
     */
    PutOutcome put(PutRule command);

    /**
     * From now on baskets are asked about this version: of a rule that is new or paused, or of the
     * draft of its next version, which takes the place of the version in force; what the rule gave
     * so far counts on. Refused where it gives goods that the policy forbids and compliance has not
     * agreed to this version. Idempotent.
     *
     * @param version the one that was looked at
     */
    StepOutcome publish(String code, int version, String reason, Actor by);

    /**
     * The draft of the next version is thrown away: it is never published, and stays in the
     * history. Idempotent.
     *
     * @param version the one that was looked at
     */
    StepOutcome discard(String code, int version, String reason, Actor by);

    /** Nobody asks the live rule until it is published again. Its draft stays. Idempotent. */
    StepOutcome pause(String code, String reason, Actor by);

    /**
     * Compliance lets this version of a rule, the one in force or the draft, give goods that the
     * policy forbids. Four eyes: never the author of a version; an attempt stays in the audit log.
     * Idempotent; of the live version it holds at once.
     */
    StepOutcome exempt(String code, int version, String reason, Actor by);

    /** The rule holds no more, whatever its period; a draft of it never will. Idempotent. */
    StopOutcome stop(String code, String reason, Actor by);

    /**
     * All live rules, ready for baskets. Made anew when one has changed, and once a minute, since
     * products are categorised meanwhile; else one small question. Not to be asked in a transaction
     * that changes rules.
     */
    RuleBook book();

    /**
     * Current versions of all live rules, whatever their period: the engine looks at it. Read anew
     * only when something has changed; not to be asked in a transaction that changes rules.
     */
    Live live();

    /** Those versions of rules that an order was made with; unknown ones are missing. */
    List<Rule> versions(Collection<Version> wanted);

    /** The version in force, or that was, or of a new rule the only one: never a draft. */
    Optional<RuleView> find(String code);

    /** The next version of a published rule, which waits. */
    Optional<RuleView> draft(String code);

    /** Whatever became of it. */
    Optional<RuleView> version(Version wanted);

    /** Current versions, newest rule first, ended ones included. */
    default Page<RuleView> page(PageRequest page) {
        return page(null, null, false, page);
    }

    /**
     * Current versions, newest rule first; null means any.
     *
     * @param drafted only those for which a next version waits
     */
    Page<RuleView> page(
            @Nullable RuleState state, @Nullable RuleKind kind, boolean drafted, PageRequest page);

    /** New rules, and next versions of published ones: what may be published. Newest rule first. */
    Page<RuleView> drafts(PageRequest page);

    /** All versions, newest first; drafts and what was never published included. */
    List<RuleView> history(String code);

    /** PUBLISHED, PAUSED, EXEMPTED, DISCARDED or ENDED, newest first; at most the last 100. */
    List<Step> steps(String code);

    /**
     * @param code of the rule to change; null for a new one
     * @param version the one that was looked at when changing, which is the draft where one waits;
     *     someone else's newer one refuses
     * @param reason 1 to 500 characters
     */
    record PutRule(
            @Nullable String code,
            int version,
            String name,
            Conditions conditions,
            Benefit benefit,
            Stacking stacking,
            String reason,
            Actor by) {}

    sealed interface PutOutcome {
        record Put(Rule rule) implements PutOutcome {}

        /**
         * @param key message key, {@code promotion-rule.…}
         */
        record Refused(String key, String detail) implements PutOutcome {}
    }

    sealed interface StepOutcome {
        record Done() implements StepOutcome {}

        /**
         * @param key message key, {@code promotion-rule.…}
         */
        record Refused(String key, String detail) implements StepOutcome {}
    }

    sealed interface StopOutcome {
        record Stopped() implements StopOutcome {}

        record Refused(String key) implements StopOutcome {}
    }

    /**
     * @param revision another one when any rule has changed: what was made of the rules is old then
     */
    record Live(long revision, List<Rule> rules) {
        public Live {
            rules = List.copyOf(rules);
        }
    }

    record Version(String code, int version) {}

    /** Compliance agreed that a version gives what the policy forbids. */
    record Exemption(String reason, String by, Instant at) {}

    /**
     * @param state of the rule, whatever the version
     * @param draft number of its version that waits to be published; 0 for none
     * @param since when this version became what the rule says; null for one that never did
     * @param exemption of this version; null where there is none
     * @param stoppedAt of the rule; null until it is ended
     */
    record RuleView(
            Rule rule,
            RuleState state,
            int draft,
            @Nullable Instant since,
            @Nullable Exemption exemption,
            String reason,
            String by,
            Instant at,
            @Nullable Instant stoppedAt,
            String stoppedBy,
            String stopReason) {
        public boolean isStopped() {
            return stoppedAt != null;
        }

        public RuleKind kind() {
            return RuleKind.of(rule.benefit());
        }

        /** This version may give what the policy forbids. */
        public boolean isExempt() {
            return exemption != null;
        }

        /** A next version of the rule waits to be published. */
        public boolean isDrafted() {
            return draft > 0;
        }

        /** It is this version that waits. */
        public boolean isWaiting() {
            return draft == rule.version();
        }
    }
}
