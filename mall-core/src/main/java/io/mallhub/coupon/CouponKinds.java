package io.mallhub.coupon;

import io.mallhub.promotion.Goods;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of coupons, as data. A change is a new version: it holds for coupons given from then
 * on, those given before keep theirs. Every change is audited.
 */
public interface CouponKinds {
    /** A new kind, or the next version of one. */
    PutOutcome put(PutKind command);

    /** Nothing is given any more; what was given stays good. Idempotent. */
    StopOutcome stop(String code, String reason, Actor by);

    /** Of the kind's current version. */
    Optional<KindView> find(String code);

    /** Newest first. */
    Page<KindView> page(@Nullable CouponWay way, PageRequest page);

    /** Newest first. */
    List<CouponKind> versions(String code);

    /** Coupons given of the kind, newest first. */
    Page<CouponView> given(String code, @Nullable CouponState state, PageRequest page);

    /**
     * @param code of the kind to change; null for a new one
     * @param version the one that was looked at when changing; someone else's newer one refuses
     * @param way stays through all versions
     * @param typed of kinds given by code: letters and digits, kept without case
     * @param points that one costs, of kinds of the centre; 0 for none
     * @param reason 1 to 500 characters
     */
    record PutKind(
            @Nullable String code,
            int version,
            String name,
            CouponWay way,
            String typed,
            CouponDiscount discount,
            Goods goods,
            Set<String> payments,
            CouponValidity validity,
            @Nullable Integer issueLimit,
            int perBuyer,
            long points,
            boolean combinable,
            String reason,
            Actor by) {
        /** For nothing. */
        public PutKind(
                @Nullable String code,
                int version,
                String name,
                CouponWay way,
                String typed,
                CouponDiscount discount,
                Goods goods,
                Set<String> payments,
                CouponValidity validity,
                @Nullable Integer issueLimit,
                int perBuyer,
                boolean combinable,
                String reason,
                Actor by) {
            this(
                    code,
                    version,
                    name,
                    way,
                    typed,
                    discount,
                    goods,
                    payments,
                    validity,
                    issueLimit,
                    perBuyer,
                    0,
                    combinable,
                    reason,
                    by);
        }
    }

    sealed interface PutOutcome {
        record Put(CouponKind kind) implements PutOutcome {}

        /**
         * @param key message key, {@code coupon-kind.…}
         */
        record Refused(String key, String detail) implements PutOutcome {}
    }

    sealed interface StopOutcome {
        record Stopped() implements StopOutcome {}

        record Refused(String key) implements StopOutcome {}
    }

    /**
     * @param kind its current version
     * @param issued coupons ever given
     * @param used coupons in orders that were taken
     * @param stoppedAt null while it is given
     */
    record KindView(
            CouponKind kind,
            int issued,
            int used,
            @Nullable Instant stoppedAt,
            String stoppedBy,
            String stopReason) {
        public boolean isStopped() {
            return stoppedAt != null;
        }

        /** How many are left to give; null for any number. */
        public @Nullable Integer left() {
            Integer limit = kind.issueLimit();
            return limit == null ? null : Math.max(0, limit - issued);
        }
    }
}
