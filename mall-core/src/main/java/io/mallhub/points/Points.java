package io.mallhub.points;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The points of companies. The ledger is append-only: what is available and what orders hold are
 * the sums of their entries. However many orders ask at once, no point is spent twice; those that
 * end first are spent first.
 *
 * <p>An order's way: {@link #hold} in the transaction that submits, {@link #use} in the one that
 * approves, {@link #giveBack(String, String, Actor)} when it ends early, {@link #earn} when it is
 * completed, {@link #takeBack} and {@link #giveBack(String, String, long, Actor)} when goods come
 * back. All of them join the caller's transaction and are idempotent.
 */
public interface Points {
    /** Of a company that never earned: nothing. */
    Balance balance(CustomerId company);

    /**
     * Keeps points for an order. Idempotent by order number.
     *
     * @param points more than 0
     * @param rule version of the rule by which they take something off
     * @throws IllegalStateException when the order holds others, or gave its points back
     */
    HoldOutcome hold(CustomerId company, String orderNumber, long points, int rule, Actor by);

    /**
     * A changed order holds no more than that many from now on; what it holds beyond is free again.
     *
     * @param change names the change
     */
    void reduce(String orderNumber, long points, String change, Actor by);

    /** The order is taken: what is held for it is used. */
    void use(String orderNumber, Actor by);

    /**
     * The order ended early: what it held or used is free again, and expires when its time is over.
     */
    void giveBack(String orderNumber, String reason, Actor by);

    /**
     * Goods came back: so many of the points that were used for them are free again.
     *
     * @param document the return; once for each
     * @param points at most what the order still uses
     */
    void giveBack(String orderNumber, String document, long points, Actor by);

    /**
     * A completed order earns, by the rule in force; what came back of it before earns nothing.
     *
     * @param companyName for lists
     * @return points earned, 0 where nothing is
     */
    long earn(CustomerId company, String companyName, String orderNumber, List<Paid> lines);

    /**
     * Goods came back: what they earned is taken back, even if it was spent. What comes back before
     * the order is completed will earn nothing.
     *
     * @param returned paid for what came back with this return, by 1-based line of the order
     * @return points taken back
     */
    long takeBack(
            CustomerId company, String orderNumber, String document, Map<Integer, Money> returned);

    /** What {@link #takeBack} would take now. */
    long foretell(String orderNumber, Map<Integer, Money> returned);

    /**
     * Spends points for good, for something else than an order. Joins the caller's transaction;
     * idempotent by key.
     *
     * @param document what they were spent for
     * @param points more than 0
     */
    HoldOutcome exchange(CustomerId company, String document, long points, String key, Actor by);

    /** What an order holds or uses, and what it earned. */
    OrderPoints ofOrder(String orderNumber);

    // ---- the passing of time

    /**
     * Points whose time is over expire.
     *
     * @return of how many companies, at most that many
     */
    int expire(int atMost);

    /**
     * Tells companies once of points whose last day is near: one notice per company and last day.
     *
     * @return how many companies and days were looked at
     */
    int remind(int daysAhead);

    // ---- looking at them

    /** Newest first. */
    Page<EntryView> entries(CustomerId company, PageRequest page);

    /**
     * Most points first.
     *
     * @param name that the company's begins with, empty for all
     */
    Page<AccountRow> page(String name, PageRequest page);

    /**
     * Of all companies.
     *
     * @param since of the movements
     */
    Figures figures(Instant since);

    Collection<CustomerId> unproven();

    /**
     * @param available below 0 when points were taken back that were spent already
     * @param held for orders that are not yet taken
     * @param ending those that end first, null when there are none
     */
    record Balance(long available, long held, @Nullable Ending ending) {
        public static final Balance NOTHING = new Balance(0, 0, null);
    }

    /**
     * @param lastDay in the mall's time
     */
    record Ending(long points, LocalDate lastDay) {}

    /**
     * @param line 1-based
     * @param amount paid for it, with tax
     */
    record Paid(int line, ProductId product, Money amount) {}

    /**
     * @param spent held or used, 0 when it has given them back
     * @param earned less what was taken back
     */
    record OrderPoints(long spent, long earned) {}

    sealed interface HoldOutcome {
        record Held() implements HoldOutcome {}

        /** Nothing was changed. */
        record TooFew(long available) implements HoldOutcome {}
    }

    /**
     * @param available positive: the company has more
     * @param held positive: orders hold more
     */
    record EntryView(
            long sequence,
            PointsMove kind,
            String document,
            @Nullable String orderNumber,
            long available,
            long held,
            long availableAfter,
            long heldAfter,
            Instant at,
            String by,
            String note) {}

    record AccountRow(CustomerId company, String name, long available, long held) {}

    /**
     * @param outstanding available to all companies that have any
     * @param welcomed given to those that became customers
     */
    record Figures(
            long companies,
            long outstanding,
            long held,
            long earned,
            long welcomed,
            long used,
            long takenBack,
            long expired) {}
}
