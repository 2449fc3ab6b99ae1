package io.mallhub.console.prepaid;

import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.customer.CustomerType;
import io.mallhub.order.PaymentMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule of payment methods as it was typed.
 *
 * @param audience number of a customer, code of a level, or beginning of a region code
 * @param allowed none is chosen: null
 */
record MethodForm(
        @Nullable AudienceKind audienceKind,
        @Nullable String audience,
        @Nullable CustomerType type,
        @Nullable List<PaymentMethod> allowed,
        @Nullable String reason) {
    String typedAudience() {
        return audience == null ? "" : audience.strip();
    }

    Set<PaymentMethod> methods() {
        Set<PaymentMethod> methods = EnumSet.noneOf(PaymentMethod.class);
        if (allowed != null) {
            methods.addAll(allowed);
        }
        return methods;
    }

    String typedReason() {
        return reason == null ? "" : reason;
    }
}
