package io.mallhub.promotion;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
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
    /** A new rule, or the next version of one. */
    PutOutcome put(PutRule command);

    /** The rule holds no more, whatever its period. Idempotent. */
    StopOutcome stop(String code, String reason, Actor by);

    /**
     * Current versions of all rules that are not stopped, whatever their period: the engine looks
     * at it. Read anew only when something has changed; not to be asked in a transaction that
     * changes rules.
     */
    Live live();

    /** Those versions of rules that an order was made with; unknown ones are missing. */
    List<Rule> versions(Collection<Version> wanted);

    Optional<RuleView> find(String code);

    /** Current versions, newest rule first, stopped ones included. */
    Page<RuleView> page(PageRequest page);

    /** Newest first. */
    List<RuleView> history(String code);

    /**
     * @param code of the rule to change; null for a new one
     * @param version the one that was looked at when changing; someone else's newer one refuses
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

    /**
     * @param stoppedAt of the rule; null while it is live
     */
    record RuleView(
            Rule rule,
            String reason,
            String by,
            Instant at,
            @Nullable Instant stoppedAt,
            String stoppedBy,
            String stopReason) {
        public boolean isStopped() {
            return stoppedAt != null;
        }
    }
}
