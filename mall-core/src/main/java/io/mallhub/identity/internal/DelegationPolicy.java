package io.mallhub.identity.internal;

import io.mallhub.identity.Delegations;
import io.mallhub.identity.Delegations.GiveRole;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Only what one has oneself is given, by oneself or the administration, and nobody takes it for
 * himself: an administrator would make himself the reviewer otherwise.
 */
final class DelegationPolicy {
    private DelegationPolicy() {}

    /**
     * Message key of why not; empty when it may be given.
     *
     * @param hisOwn whether the duty is of who gives
     */
    static Optional<String> refusal(
            GiveRole it,
            StaffAccount principal,
            StaffAccount delegate,
            boolean hisOwn,
            boolean admin,
            Instant now) {
        boolean giver = is(principal, it.by());
        if (!giver && !admin) {
            return Optional.of("delegation.not-yours");
        }
        if (is(delegate, it.by()) || principal.id().equals(delegate.id())) {
            return Optional.of("delegation.to-yourself");
        }
        if (!it.role().isDelegable()) {
            return Optional.of("delegation.never");
        }
        if (!hisOwn) {
            return Optional.of("delegation.not-his-role");
        }
        if (it.reason().isBlank()) {
            return Optional.of("delegation.no-reason");
        }
        return days(it, MallTime.dateOf(now));
    }

    private static Optional<String> days(GiveRole it, LocalDate today) {
        if (it.until().isBefore(it.from())) {
            return Optional.of("delegation.reversed");
        }
        if (it.until().isBefore(today)) {
            return Optional.of("delegation.past");
        }
        return it.from().plusDays(Delegations.LONGEST).isAfter(it.until())
                ? Optional.empty()
                : Optional.of("delegation.too-long");
    }

    /** Nothing is given backwards: what was decided before was decided without it. */
    static Instant starts(GiveRole it, Instant now) {
        Instant morning = MallTime.startOf(it.from());
        return morning.isBefore(now) ? now : morning;
    }

    /** The first instant that is no longer its last day. */
    static Instant ends(GiveRole it) {
        return MallTime.startOf(it.until().plusDays(1));
    }

    private static boolean is(StaffAccount account, Actor by) {
        return by.kind() == Actor.Kind.STAFF && account.login().key().equals(Login.keyOf(by.id()));
    }
}
