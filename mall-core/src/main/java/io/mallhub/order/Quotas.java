package io.mallhub.order;

import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a product one company may order in so many days; an order beyond waits for
 * compliance. Meant for goods of which the law asks to watch who buys how much, such as compounds
 * with controlled ingredients. The newest rule of a product counts.
 */
public interface Quotas {
    /** Audited. */
    PutOutcome put(PutQuota command);

    /** Newest first, at most 20: the first one counts. */
    List<Quota> of(ProductId product);

    /**
     * @param most in the base unit, null to end the quota
     * @param days 1 to 366, up to and with the order
     */
    record PutQuota(
            ProductId product, @Nullable Quantity most, int days, String reason, Actor by) {}

    /**
     * @param most in the base unit, null when there is none any more
     */
    record Quota(
            ProductId product,
            @Nullable Quantity most,
            int days,
            String reason,
            String by,
            Instant at) {}

    sealed interface PutOutcome {
        record Put() implements PutOutcome {}

        /**
         * @param problem message key: quota.not-staff, quota.reason, quota.days, quota.most
         */
        record Refused(String problem) implements PutOutcome {}
    }
}
