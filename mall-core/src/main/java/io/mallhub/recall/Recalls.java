package io.mallhub.recall;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recalls of batches. A batch that is delivered although it is locked makes its buyer one of the
 * recall's buyers, told at once.
 */
public interface Recalls {
    /**
     * In one transaction: locks the batch, finds everybody who got some of it, notifies them all,
     * and publishes {@link BatchRecalled}.
     */
    OpenOutcome open(OpenRecall command);

    /** What a recall of the batch would find now; blanks around the number do not count. */
    Reach reach(ProductId product, String batch);

    /** Tells those again who have not confirmed yet. Returns how many. */
    int remind(String number, Actor by);

    /** Ends the work on it; the batch stays locked. Refuses who opened it. */
    ActOutcome close(String number, String reason, Actor by);

    /** The batch may be sold again: possible only once no recall of it is open. */
    ActOutcome unlock(String number, String reason, Actor by);

    /**
     * The buyer has read the notice. The first confirmation counts.
     *
     * @throws IllegalArgumentException for a company that got nothing of the batch
     */
    void confirm(CustomerId company, String number, Actor by);

    Optional<RecallView> find(String number);

    /** The buyer's door: only if the company got some of the batch, and without other buyers. */
    Optional<RecallView> findOf(CustomerId company, String number);

    /** Newest first. */
    Page<RecallRow> page(RecallQuery query, PageRequest page);

    /** Recalls whose batches are locked now, the newest of each batch. */
    List<Live> live(Collection<ProductId> products);

    /** Null means any. @param text number, product code or name, or batch, by prefix */
    record RecallQuery(@Nullable RecallState state, @Nullable String text) {
        public static RecallQuery all() {
            return new RecallQuery(null, null);
        }
    }

    record Live(
            String number,
            ProductId product,
            String name,
            String batch,
            RecallClass recallClass,
            RecallState state) {}

    /**
     * @param buyers companies that got some of the batch
     * @param delivered what all deliveries brought
     * @param inStock whether the ERP lists the batch, be it with nothing left
     * @param otherwise how deliveries and stock spell a batch that is this one but for case, blanks
     *     and signs; empty when none does
     */
    record Reach(
            int deliveries,
            int buyers,
            Quantity delivered,
            boolean inStock,
            Quantity onHand,
            String otherwise) {
        /** Nobody got the batch and the stock does not list it. */
        public boolean isNothing() {
            return deliveries == 0 && !inStock;
        }
    }

    sealed interface OpenOutcome {
        record Opened(String number, int buyers) implements OpenOutcome {}

        /**
         * Nothing was kept.
         *
         * @param problem message key: recall.unknown-product, recall.batch-missing,
         *     recall.batch-differs (detail: how deliveries and stock spell it),
         *     recall.batch-unknown (neither delivered nor in stock; the command may insist),
         *     recall.reason-missing, recall.open-already (detail: its number)
         */
        record Refused(String problem, String detail) implements OpenOutcome {}
    }

    sealed interface ActOutcome {
        record Done() implements ActOutcome {}

        /**
         * @param why message key: recall.opener, recall.not-staff, recall.reason-missing,
         *     recall.closed-already, recall.still-open, recall.not-locked
         */
        record Refused(String why) implements ActOutcome {}
    }
}
