package io.mallhub.flash;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Step;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The flash sales of the mall. A live sale has one occurrence at a time: the one that runs, or the
 * next. Some hours before that opens its quota is set aside from what is sellable; when it is over
 * what is left is sellable again. Every step is audited.
 */
public interface FlashSales {
    /** A draft, or a changed draft or paused sale; a paused one keeps its product. */
    PutOutcome put(PutSale command);

    /**
     * From now on the draft or paused sale runs by its timing. Refused when another live sale of
     * the product is open at the same time, when the price is no cut or less than the gift policy
     * lets such goods cost, and when its quota is more than is sellable now. Idempotent.
     *
     * @param version the one that was looked at
     * @param withLess publish although the stock does not reach: as much as there is is set aside,
     *     and more of it as it comes
     */
    StepOutcome publish(String code, int version, boolean withLess, String reason, Actor by);

    /** It sells nothing, and what it had set aside is sellable again, until it is published. */
    StepOutcome pause(String code, String reason, Actor by);

    /** It never sells again. Idempotent. */
    StepOutcome end(String code, String reason, Actor by);

    /**
     * What the passing of time asks for: sets quotas aside, closes what is over, goes on to the
     * next occurrence, and ends sales that have none. Each sale in a transaction of its own.
     *
     * @return how many sales were moved; 0 when nothing is left to do
     */
    int turn(int atMost);

    Optional<SaleView> find(String code);

    /** Newest first; null means any. */
    Page<SaleView> page(@Nullable SaleState state, PageRequest page);

    /** Those that were set aside, newest first. */
    Page<Occurrence> occurrences(String code, PageRequest page);

    /** PUT, PUBLISHED, PAUSED, ENDED or OVER, newest first; at most the last 100. */
    List<Step> steps(String code);

    /** Live sales as a company sees them: what runs first, then what opens next. */
    Page<Offer> offers(CustomerId company, PageRequest page);

    /**
     * Of these products, the one that runs or opens next; products without a live sale are missing.
     */
    Map<ProductId, Offer> offers(CustomerId company, Collection<ProductId> products);

    /**
     * @param code of the sale to change; null for a new one
     * @param version the one that was looked at when changing; someone else's newer one refuses
     * @param name as buyers read it, 1 to 60 characters
     * @param price of the base unit, above 0
     * @param quota of each occurrence, in the base unit
     * @param most for one company in one occurrence, at most the quota; null: no limit but the
     *     quota
     * @param aheadHours so long before an occurrence opens its quota is set aside, 0 to 168
     * @param reason 1 to 500 characters
     */
    record PutSale(
            @Nullable String code,
            int version,
            ProductId product,
            String name,
            UnitPrice price,
            Quantity quota,
            @Nullable Quantity most,
            Timing timing,
            int aheadHours,
            String reason,
            Actor by) {}

    sealed interface PutOutcome {
        record Put(SaleView sale) implements PutOutcome {}

        /**
         * @param key message key, {@code flash-sale.…}
         */
        record Refused(String key, String detail) implements PutOutcome {}
    }

    sealed interface StepOutcome {
        record Done() implements StepOutcome {}

        /**
         * @param key message key, {@code flash-sale.…}
         */
        record Refused(String key, String detail) implements StepOutcome {}
    }

    /**
     * @param current of a live one: the opening that runs or comes next
     */
    record SaleView(
            String code,
            int version,
            SaleState state,
            ProductId product,
            String name,
            UnitPrice price,
            Quantity quota,
            @Nullable Quantity most,
            Timing timing,
            int aheadHours,
            Instant createdAt,
            @Nullable Opening current) {}

    /**
     * @param backed what of the quota there was stock for
     * @param buyers companies that took something and kept it
     * @param returning of these: had done so in an earlier occurrence of the sale, too
     * @param closed it is over, or its sale was paused or ended
     */
    record Occurrence(
            UUID id,
            Opening opening,
            UnitPrice price,
            Quantity quota,
            Quantity backed,
            Quantity taken,
            long buyers,
            long returning,
            boolean closed) {
        public Quantity left() {
            return backed.minus(taken);
        }
    }

    /**
     * @param left of what is set aside
     * @param mine what the company has taken of this occurrence
     */
    record Offer(
            String sale,
            String name,
            ProductId product,
            UnitPrice price,
            Opening opening,
            SaleStage stage,
            Quantity quota,
            Quantity left,
            @Nullable Quantity most,
            Quantity mine) {
        /** How much of the quota is gone, 0 to 100, rounded down. */
        public int percentTaken() {
            return quota.minus(left)
                    .amount()
                    .multiply(BigDecimal.valueOf(100))
                    .divide(quota.amount(), RoundingMode.DOWN)
                    .intValue();
        }

        /** How much of it the company may still take; 0 unless it runs. */
        public Quantity open() {
            if (stage != SaleStage.RUNNING) {
                return Quantity.ZERO;
            }
            Quantity rest = most == null ? left : most.minus(mine);
            Quantity open = rest.compareTo(left) < 0 ? rest : left;
            return open.isPositive() ? open : Quantity.ZERO;
        }
    }
}
