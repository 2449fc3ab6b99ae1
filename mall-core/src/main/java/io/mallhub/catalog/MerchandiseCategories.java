package io.mallhub.catalog;

import io.mallhub.catalog.Products.Query;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The categories in which the mall offers its goods: a tree of at most three levels that staff
 * keeps. A product stands in any number of them, and with each in all above it. The ERP has no say.
 */
public interface MerchandiseCategories {
    int MOST_ROWS = 20_000;

    /** The whole tree: each behind the one above it, neighbours in their order. */
    List<MerchandiseCategory> tree();

    /** How many products each has with all that is below it; those without any are missing. */
    Map<String, Long> counts();

    /**
     * Those that hold some product of the query, and what is above them. Words of the query don't
     * count.
     */
    Set<String> holding(Query query);

    /** Makes one, or changes what is said of it; audited. A move takes along all that is below. */
    PutOutcome put(PutCategory command, Actor by);

    /**
     * One that is empty and that nothing names, audited.
     *
     * @return why it stays; empty when it is gone
     */
    Optional<Stays> remove(String code, Actor by);

    /** Where people put these products; those that stand nowhere are missing. */
    Map<ProductId, Set<String>> of(Collection<ProductId> products);

    /** Puts the product into these and no others; audited. */
    AssignOutcome assign(ProductId product, Set<String> codes, Actor by);

    /** Puts these products into the category, or takes them out of it; audited as one act. */
    AssignOutcome move(Collection<ProductId> products, String code, Move how, Actor by);

    /** The same with all that match. */
    AssignOutcome moveMatching(Query query, String code, Move how, Actor by);

    /** Products that stand somewhere, by code. */
    Page<Assigned> assigned(PageRequest page);

    /**
     * Reads rows as they were typed: each names a product and all the categories that it is to
     * stand in, none for nowhere. Products that are not named stay where they are. Bad rows change
     * nothing, and keep the good ones from counting unless those are asked for; audited.
     *
     * @param file its name, for the audit
     * @param onlyGood takes the good rows and leaves the bad ones
     */
    ImportOutcome take(String file, List<TypedPlaces> rows, boolean onlyGood, Actor by);

    /**
     * @param key message key: merchandise.unknown, merchandise.holds (products),
     *     merchandise.branches, merchandise.in-rule (of visibility), merchandise.in-promotion,
     *     merchandise.in-coupon
     * @param detail what names it
     */
    record Stays(String key, String detail) {
        public Stays(String key) {
            this(key, "");
        }
    }

    enum Move {
        INTO,
        OUT_OF
    }

    /**
     * @param parent empty for a topmost one
     */
    record PutCategory(String code, String parent, String name, String englishName, int place) {}

    sealed interface PutOutcome {
        record Put(MerchandiseCategory category) implements PutOutcome {}

        /**
         * @param key message key: merchandise.code, merchandise.name, merchandise.parent (there is
         *     none, or it lies below), merchandise.too-deep, merchandise.too-many
         */
        record Refused(String key, String detail) implements PutOutcome {}
    }

    sealed interface AssignOutcome {
        /**
         * @param products how many stand elsewhere now
         */
        record Assigned(int products) implements AssignOutcome {}

        /**
         * @param key message key: merchandise.unknown
         */
        record Refused(String key, String detail) implements AssignOutcome {}
    }

    record Assigned(ProductId product, String code, String name, List<String> categories) {}

    /**
     * @param row in the file, as people count them
     * @param categories codes, separated by blanks, commas or semicolons
     */
    record TypedPlaces(int row, String product, String categories) {}

    /**
     * @param problem message key: merchandise-import.no-product, merchandise-import.product,
     *     merchandise-import.twice, merchandise-import.category
     */
    record BadRow(int row, String typed, String problem, String detail) {}

    sealed interface ImportOutcome {
        List<BadRow> bad();

        /**
         * @param products how many stand elsewhere now
         */
        record Taken(int rows, int products, List<BadRow> bad) implements ImportOutcome {}

        /** Nothing was changed. */
        record Refused(int good, List<BadRow> bad) implements ImportOutcome {}
    }
}
