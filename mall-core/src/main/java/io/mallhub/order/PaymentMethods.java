package io.mallhub.order;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Viewer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payment methods a customer may choose: what is said of the closest audience (the customer
 * itself, its level, its type, the longest beginning of its region, everyone), else all; never one
 * that is not {@link #offered}. Changes are audited and count for orders submitted from then on.
 */
public interface PaymentMethods {
    /**
     * What this mall takes at all: ONLINE only where a payment provider is set up, TRANSFER only
     * where an account to transfer to is.
     */
    Set<PaymentMethod> offered();

    /** Empty for a customer that nobody knows. */
    Set<PaymentMethod> allowed(CustomerId customer);

    Set<PaymentMethod> allowed(Viewer viewer);

    /** The rule that decides for this viewer; empty where all methods are allowed. */
    Optional<PaymentRule> decisive(Viewer viewer);

    /**
     * In the place of what was said of this audience before. Empty, or a message key of why not:
     * payment-rule.not-staff, payment-rule.audience, payment-rule.level, payment-rule.unchanged,
     * payment-rule.reason-missing, payment-rule.reason-too-long.
     */
    Optional<String> put(Audience audience, Set<PaymentMethod> methods, String reason, Actor by);

    /**
     * It counts no more. Empty, or a message key of why not: payment-rule.ended-already and reasons
     * as in {@link #put}.
     */
    Optional<String> end(long id, String reason, Actor by);

    /** Newest first. */
    Page<PaymentRule> page(RuleQuery query, PageRequest page);

    /**
     * @param ended whether to list ended rules rather than the others
     * @param text part of the audience or the reason; null for all
     */
    record RuleQuery(boolean ended, @Nullable String text) {}
}
