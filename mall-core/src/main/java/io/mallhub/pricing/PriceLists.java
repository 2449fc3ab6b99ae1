package io.mallhub.pricing;

import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Step;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Price lists that hold as a whole. A version is written as a draft, published with all its rows
 * and a reason, and never changed after that: the next version takes its place from the next one's
 * first day on. Everything is audited.
 *
 * <p>Of several lists of one source that hold for a customer and a product the one of the longer
 * region counts, then the one that began last (an open beginning is the earliest), then the one
 * published last; with all its quantity breaks.
 */
public interface PriceLists {
    /** More rows than that are refused. */
    int MOST_ROWS = 20_000;

    /** A new list, as a draft without rows. */
    Outcome open(Terms terms, Actor by);

    /** Of a draft. */
    Outcome change(Key list, int seen, Terms terms, Actor by);

    /** The next version as a draft, with the terms and rows of the latest one. */
    Outcome revise(String number, Actor by);

    /** Adds a row to a draft, or gives the one of this product and quantity another price. */
    Outcome setRow(Key list, Row row, Actor by);

    /** Of a draft; none there is no error. */
    Outcome removeRow(Key list, ProductId product, Quantity from, Actor by);

    /**
     * Many rows into a draft, in one statement each for what goes and what comes.
     *
     * @param replaces they are the whole list, rather than an addition; of two for the same product
     *     and quantity the last one counts
     */
    Outcome putRows(Key list, Collection<Row> rows, boolean replaces, Actor by);

    /**
     * Counts from its first day on, without one at once. Refused where goods that are never given
     * for nothing cost less than the gift policy leaves of their base price.
     *
     * @param seen {@link PriceList#edit} of what was looked at
     */
    Outcome publish(Key list, int seen, String reason, Actor by);

    /**
     * As {@link #publish(Key, int, String, Actor)}, although it drops versions that were to begin
     * later: those that {@link #dropped} names, or it is refused.
     *
     * @param drops numbers of the versions that whoever publishes knows will be dropped
     */
    Outcome publish(Key list, int seen, Set<Integer> drops, String reason, Actor by);

    /**
     * Published versions of the list that have not begun, and never would if this draft were
     * published now: it begins with their first day or before; the earliest first.
     */
    List<PriceList> dropped(Key list);

    /** Gives up a draft, or ends a published version at once. */
    Outcome withdraw(Key list, String reason, Actor by);

    Optional<PriceList> find(Key list);

    /** The latest first. */
    List<PriceList> versions(String number);

    /**
     * Of all its versions: PUBLISHED, REPLACED (ended or shortened by a later version), WITHDRAWN;
     * newest first, at most the last 100.
     */
    List<Step> steps(String number);

    /** Sort keys: number (the default, newest first), from, until. */
    Page<PriceList> page(ListQuery query, PageRequest page);

    /**
     * By product and quantity.
     *
     * @param product null for all
     */
    Page<Row> rows(Key list, @Nullable ProductId product, PageRequest page);

    /**
     * What the list changes for its audience on its first day, or today: every row beside the price
     * that holds there without this version. One query for all rows.
     *
     * @param viewer of the audience: for an agreement with the customer's level and region
     */
    Preview preview(Key list, Viewer viewer);

    /**
     * Takes what a file says into a draft when every row is good, otherwise keeps it aside, in the
     * place of what was there. Nothing is taken of it until then.
     *
     * @param known ids of the codes that the catalogue has
     */
    ImportOutcome take(Key list, ImportFile file, Map<String, ProductId> known, Actor by);

    /** What waits with bad rows. */
    Optional<WaitingImport> waiting(Key list);

    /** The good rows of what waits; the bad ones are given up. */
    ImportOutcome takeGood(Key list, Map<String, ProductId> known, Actor by);

    /** Whether something waits with bad rows. */
    boolean isWaiting(Key list);

    /** Forgets what waits. */
    void forgetImport(Key list, Actor by);

    sealed interface Outcome {
        record Done(PriceList list) implements Outcome {}

        /**
         * @param why message key: price-list.not-staff, price-list.unknown, price-list.name,
         *     price-list.audience, price-list.dates, price-list.over, price-list.undated,
         *     price-list.not-draft, price-list.draft-exists, price-list.changed-meanwhile,
         *     price-list.empty, price-list.drops (later versions that were not named),
         *     price-list.too-many-rows, price-list.row, price-list.withdrawn-already,
         *     price-list.never-free (goods that are never given cost less than they may),
         *     price-list.reason-missing, price-list.reason-too-long
         * @param detail fills the place of the message; empty where it has none
         */
        record Refused(String why, String detail) implements Outcome {
            public Refused(String why) {
                this(why, "");
            }
        }
    }

    /**
     * @param state null for all
     * @param source null for all
     * @param product lists that have a row of it; null for all
     * @param text part of number, name or audience
     */
    record ListQuery(
            @Nullable PriceListState state,
            @Nullable Source source,
            @Nullable ProductId product,
            @Nullable String text) {}

    /** How a row changes what is paid. */
    enum PriceChange {
        UP,
        DOWN,
        /** There was no price before. */
        NEW,
        SAME,
        /** Something closer or younger holds for the audience: the row changes nothing. */
        OVERRULED,
        /** The version before has it, this one has not: what comes next in precedence holds. */
        GONE
    }

    /**
     * @param before price at the row's quantity without the list; null where there is none
     * @param beforeSource null where there is none
     * @param belowFloor the row's price is under the floor of the product
     */
    record Change(
            Row row,
            PriceChange change,
            @Nullable UnitPrice before,
            @Nullable Source beforeSource,
            boolean belowFloor) {}

    /** Of all rows, by product and quantity. */
    record Preview(List<Change> changes) {
        public Preview {
            changes = List.copyOf(changes);
        }

        public long count(PriceChange change) {
            return changes.stream().filter(it -> it.change() == change).count();
        }

        public long belowFloor() {
            return changes.stream().filter(Change::belowFloor).count();
        }
    }

    /**
     * @param name of the file, for people
     * @param replaces as in {@link #putRows}
     */
    record ImportFile(String name, boolean replaces, List<TypedRow> rows) {}

    record WaitingImport(ImportFile file, String by, Instant at) {}

    sealed interface ImportOutcome {
        /**
         * @param rows taken
         * @param left bad ones that were given up
         */
        record Taken(int rows, int left) implements ImportOutcome {}

        /** Bad rows: nothing was taken. */
        record Waits(int good, int bad) implements ImportOutcome {}

        /**
         * @param why as in {@link Outcome.Refused}, and price-import.empty, price-import.none
         */
        record Refused(String why) implements ImportOutcome {}
    }
}
