package io.mallhub.commission;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commission ledger. Commission is earned when an order is completed, never when it is placed;
 * each line once; the bonus for a customer when its first completed order is paid as well. Entries
 * are never changed: returns claw back, people correct by reversal.
 */
public interface Commissions {
    /**
     * Whose share links brought products of this order: the sharer, then at most one above. All of
     * them or none. Before the order is completed; repeats of the same change nothing.
     *
     * @throws IllegalArgumentException for none, more than two, or the same person twice
     * @throws IllegalStateException when the order is completed or attributed to others
     */
    void attribute(String order, List<Attribution> all);

    /** Whose links brought what of an order, by product, nearest first. */
    List<Share> shares(String order);

    /**
     * What came of links; those that brought nothing are missing.
     *
     * @param beneficiary whose commission is summed up; null for everybody's together
     */
    Map<String, LinkFigures> figures(Collection<String> links, @Nullable String beneficiary);

    /**
     * Goods were taken back: what their part of the line earned goes too, also when the line earns
     * later. Idempotent by key.
     */
    void clawBack(ClawBack command);

    /**
     * Reverses an entry that was earned and puts another amount in its place; 0 for none. Later
     * returns claw back from the new amount.
     *
     * @throws IllegalArgumentException when the person is the beneficiary, gives no reason, or the
     *     entry is not one that was earned
     * @throws IllegalStateException when it is reversed already
     */
    void correct(long sequence, Money amount, String reason, Actor by);

    /** 0 for somebody who never earned. */
    Money balance(String beneficiary);

    /** Newest first. */
    Page<Entry> entries(String beneficiary, PageRequest page);

    /** What one order earned and lost, in the order it was written. */
    List<Entry> ofOrder(String order);

    /**
     * Beneficiaries whose balance differs from the sum of their entries: always empty, or an alarm.
     */
    List<String> unproven();

    /**
     * @param chain the sharer, then at most one above
     */
    record Attribution(ProductId product, List<String> chain, String link) {
        public Attribution {
            chain = List.copyOf(chain);
        }
    }

    /**
     * @param depth 1 for the sharer, 2 for who stands above
     */
    record Share(ProductId product, int depth, String beneficiary, String link) {}

    /**
     * @param orders that it brought, completed or not
     * @param earned less what was clawed back or reversed
     */
    record LinkFigures(long orders, Money earned) {}

    /**
     * @param quantity accepted by the inspection
     * @param net of the accepted quantity, without tax
     * @param document the return
     * @param key of this part of the return, once ever
     */
    record ClawBack(
            String order, int line, Quantity quantity, Money net, String document, String key) {}
}
