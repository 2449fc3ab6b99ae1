package io.mallhub.stock;

import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;
import java.util.Collection;
import java.util.Set;

/**
 * Batches that must not be sold: out of the sellable quantity at once, and never back to stock from
 * a return. Nothing but {@link #unlock} ends a lock.
 */
public interface BatchLocks {
    /** Idempotent: a batch that is locked keeps its first lock. */
    void lock(ProductId product, String batch, String reason, Actor by);

    /**
     * A decision of a person, with a reason in words.
     *
     * @return false when it was not locked
     */
    boolean unlock(ProductId product, String batch, String reason, Actor by);

    boolean isLocked(ProductId product, String batch);

    /** Those of these products that are locked now. */
    Set<Batch> locked(Collection<ProductId> products);

    /** A batch number means something within its product only. */
    record Batch(ProductId product, String number) {}
}
