package io.mallhub.console.policies;

import io.mallhub.identity.StaffView;
import io.mallhub.promotion.GiftPolicies.Proposal;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.shared.RegulatoryCategory;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of the policy as somebody typed it. What the law locks needs no tick. */
record PolicyForm(
        @Nullable Integer seen,
        @Nullable List<RegulatoryCategory> never,
        @Nullable Integer leastPercent,
        @Nullable String reason) {
    static PolicyForm of(GiftTerms terms) {
        return new PolicyForm(
                terms.version(), List.copyOf(terms.never()), terms.leastPercent(), "");
    }

    /** Something was chosen; else it is the empty form. */
    boolean isTyped() {
        return leastPercent != null;
    }

    /** It could be a policy. */
    boolean isPossible() {
        return leastPercent != null && GiftTerms.isPercent(leastPercent);
    }

    public Set<RegulatoryCategory> categories() {
        Set<RegulatoryCategory> all = EnumSet.copyOf(GiftTerms.LOCKED);
        all.addAll(never == null ? Collections.emptyList() : never);
        return all;
    }

    public int percent() {
        return leastPercent == null ? 0 : leastPercent;
    }

    public boolean isNever(RegulatoryCategory category) {
        return categories().contains(category);
    }

    public boolean isLocked(RegulatoryCategory category) {
        return GiftTerms.LOCKED.contains(category);
    }

    /** What is missing is refused by the policy, each by its name. */
    Proposal command(StaffView me) {
        return new Proposal(
                seen == null ? -1 : seen,
                categories(),
                percent(),
                reason == null ? "" : reason,
                me.actor());
    }
}
