package io.mallhub.flash;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What orders take of the occurrences that run, in their own transaction. The rows of the
 * occurrences are locked before any row of the stock; who takes and gives back keeps to that.
 */
public interface FlashQuotas {
    /**
     * Takes all or nothing. Each order takes once.
     *
     * @param wanted by product, the sum over the lines
     */
    TakeOutcome take(OrderId order, CustomerId company, Map<ProductId, Wanted> wanted);

    /** Until the transaction ends nobody else takes from, or closes, what the order took from. */
    void lock(OrderId order);

    /**
     * Gives back what the order took beyond this, to occurrences that still run. What belongs to
     * others stays as it was taken. Idempotent.
     *
     * @param kept by product; missing means nothing
     * @param why part of the key of the entries: what happened to the order, once
     */
    void keep(OrderId order, Map<ProductId, Quantity> kept, String why);

    /** What occurrences that run have left; products without one are missing. */
    Map<ProductId, Quantity> left(Collection<ProductId> products);

    /**
     * @param price at which it was offered
     */
    record Wanted(Quantity quantity, UnitPrice price) {}

    sealed interface TakeOutcome {
        /**
         * @param occurrences by product; their ids name the fences of the stock
         */
        record Taken(Map<ProductId, UUID> occurrences) implements TakeOutcome {}

        record Refused(List<Refusal> refusals) implements TakeOutcome {}
    }

    /**
     * @param key message key: flash-sale.over, flash-sale.sold-out, flash-sale.limit
     */
    record Refusal(ProductId product, String key, String detail) {}
}
