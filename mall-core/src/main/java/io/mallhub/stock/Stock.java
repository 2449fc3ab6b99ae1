package io.mallhub.stock;

import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Stock figures and holds. */
public interface Stock {
    /** Applies many snapshots set-wise in one transaction; one result per snapshot, in order. */
    List<ApplyResult> apply(List<StockSnapshot> snapshots);

    StockEquation equation(ProductId product);

    /** Sellable quantity per product; products without figures have 0. */
    Map<ProductId, Quantity> sellable(Collection<ProductId> products);

    /** As the ERP last reported; products without figures are missing. One query. */
    Map<ProductId, Reported> reported(Collection<ProductId> products);

    /**
     * What a connection reports figures of above 0, and which of it it has not reported since. Two
     * queries.
     */
    Unreported unreported(String connection, Instant since);

    /**
     * @param products whose last figures are above 0 and from before
     * @param stocked how many products have figures above 0
     */
    record Unreported(List<ProductId> products, long stocked) {}

    /**
     * @param allocated of these, to orders of the ERP
     */
    record Reported(Quantity onHand, Quantity allocated, Instant asOf) {}

    /**
     * Holds all lines of an order or none. Demand for one product on several lines is summed;
     * products are locked in one order, so that holds never deadlock. The same order again gives
     * the same answer.
     */
    HoldOutcome hold(OrderId order, Map<ProductId, Quantity> demand);

    /**
     * As above, some of it out of what is set aside. A fence that has ended or has less left gives
     * what it has; the rest has to be sellable.
     *
     * @param fenced parts of the demand by product
     */
    HoldOutcome hold(
            OrderId order, Map<ProductId, Quantity> demand, Map<ProductId, Fences.Part> fenced);

    /**
     * Holds this for an order from now on, all or nothing: more of a product only if it is
     * sellable, less always, and what is not asked for any more is given back. What came out of
     * fences and is beyond what may stay out of them goes back to them.
     *
     * @param demand of products that the order holds
     * @param fenced how much of the demand may stay out of a fence, by product; missing: nothing
     * @throws IllegalStateException when the order does not hold one of them
     */
    HoldOutcome change(
            OrderId order, Map<ProductId, Quantity> demand, Map<ProductId, Quantity> fenced);

    /**
     * The ERP has the order no longer, or soon won't: from now on the order holds this again, also
     * where its hold had ended because the ERP's figures contained it. Nobody is asked whether it
     * is sellable, since it was the order's all the time; until the figures are newer both count
     * it. What is beyond is given back, to its fence first.
     *
     * @param demand at most what the order ever held
     * @param fenced as in {@link #change}
     */
    void holdAgain(OrderId order, Map<ProductId, Quantity> demand, Map<ProductId, Quantity> fenced);

    /** Gives back what is still held; unknown or already released is a no-op. */
    void release(OrderId order);

    /** As {@link #release(OrderId)}, of some products; what is not held is passed over. */
    void release(OrderId order, Collection<ProductId> products);

    /**
     * The ERP has the order since this ERP time: its holds end with the first snapshot of each
     * product taken at or after it (until then ERP figures and hold would both miss or both count
     * it).
     */
    void knownToErp(OrderId order, Instant erpTime);

    /**
     * The order has left the warehouse or is closed in the ERP; any hold left over ends when the
     * figures are newer.
     */
    void closed(OrderId order, Instant erpTime);

    sealed interface HoldOutcome {
        record Held() implements HoldOutcome {}

        record Short(List<Shortage> shortages) implements HoldOutcome {}
    }

    /**
     * @param sellable to this order: what it holds already included
     */
    record Shortage(ProductId product, Quantity wanted, Quantity sellable) {}

    enum ApplyResult {
        APPLIED,
        UNCHANGED,
        OLDER_IGNORED
    }
}
