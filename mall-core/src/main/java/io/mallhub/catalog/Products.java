package io.mallhub.catalog;

import io.mallhub.catalog.VisibilityRule.Aspect;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The products of the mall. */
public interface Products {
    /**
     * Applies a page of ERP products set-wise (thousands per call), in one transaction. One result
     * per record, in order; a bad record is refused alone with its reason. Codes are compared
     * exactly: case matters.
     */
    List<ApplyResult> applyFromErp(List<ApplyErpProduct> records);

    Optional<ProductView> product(ProductId id);

    Optional<ProductView> byCode(String code);

    Map<ProductId, ProductView> products(Collection<ProductId> ids);

    /** Those that are known, by their exact codes. One query. */
    Map<String, ProductId> ids(Collection<String> codes);

    /** Categories of those that are known and have one. */
    default Map<ProductId, RegulatoryCategory> categories(Collection<ProductId> ids) {
        Map<ProductId, RegulatoryCategory> categories = new HashMap<>();
        if (!ids.isEmpty()) {
            for (ProductView product : products(ids).values()) {
                if (product.category() != null) {
                    categories.put(product.id(), product.category());
                }
            }
        }
        return categories;
    }

    Page<ProductView> search(Query query, PageRequest page);

    void categorise(ProductId id, RegulatoryCategory category, Actor by);

    /**
     * Gives every uncategorised product that matches the query this category: one reviewed decision
     * of a person about many products. Products that have a category keep it. Returns how many
     * changed.
     */
    int categoriseMatching(Query query, RegulatoryCategory category, Actor by);

    /**
     * Sets what the desk may say better than the ERP. Publishes {@link
     * io.mallhub.conflict.FieldEdited} for what is another value now, so that ERPs get it.
     */
    ReviseOutcome revise(ReviseProduct command, Actor by);

    /** All three as they are to be. */
    record ReviseProduct(ProductId id, String name, String dosageForm, String strength) {}

    sealed interface ReviseOutcome {
        record Revised() implements ReviseOutcome {}

        /**
         * @param key message key: product-revision.no-name, product-revision.too-long
         */
        record Refused(String key, String detail) implements ReviseOutcome {}
    }

    /** Replaces the words by which marketing gathers products; at most 20 of 1 to 30 characters. */
    TagOutcome tag(ProductId id, Set<String> tags, Actor by);

    /** Tags of those that have some. */
    Map<ProductId, Set<String>> tags(Collection<ProductId> ids);

    /**
     * The ERP has it no more: nobody buys it from now on. What the ERP tells of it afterwards
     * counts as new. Of a product that is not sold: no-op.
     */
    void stop(ProductId id, Actor by);

    sealed interface TagOutcome {
        record Tagged() implements TagOutcome {}

        /**
         * @param key message key: product-tag.too-many, product-tag.length
         */
        record Refused(String key, String detail) implements TagOutcome {}
    }

    /** Counts by category, the uncategorised under null: the work list of the catalogue desk. */
    Map<@Nullable RegulatoryCategory, Long> countByCategory();

    /**
     * @param text matched against name, code, approval number, drug code, maker and pinyin-free
     *     substrings; null = any
     * @param categories null = any; otherwise only these (a buyer's open categories)
     * @param uncategorisedOnly only products nobody may buy yet
     * @param merchandise code of a {@link MerchandiseCategory}: only what stands in it or below;
     *     {@link #NOWHERE} = only what stands in none; null = any
     * @param sight null = whatever anybody is shown, for staff
     */
    record Query(
            @Nullable String text,
            @Nullable Set<RegulatoryCategory> categories,
            boolean activeOnly,
            boolean uncategorisedOnly,
            @Nullable String merchandise,
            @Nullable Sight sight) {
        public static final String NOWHERE = "";

        public Query(
                @Nullable String text,
                @Nullable Set<RegulatoryCategory> categories,
                boolean activeOnly,
                boolean uncategorisedOnly) {
            this(text, categories, activeOnly, uncategorisedOnly, null, null);
        }

        public static Query all() {
            return new Query(null, null, false, false);
        }

        /** Of these only what {@link Visibility} shows to the viewer. */
        public Query shownTo(Viewer viewer) {
            return with(new Sight(viewer, Aspect.PRODUCT, false));
        }

        /** Of these only what {@link Visibility} hides from the viewer. */
        public Query hiddenFrom(Viewer viewer) {
            return with(new Sight(viewer, Aspect.PRODUCT, true));
        }

        /** Of these only those whose price {@link Visibility} does not tell the viewer. */
        public Query withoutPriceFor(Viewer viewer) {
            return with(new Sight(viewer, Aspect.PRICE, true));
        }

        /** Of these only what stands in the category or below. */
        public Query in(@Nullable String code) {
            return new Query(text, categories, activeOnly, uncategorisedOnly, code, sight);
        }

        /** The same, whatever was looked for. */
        public Query anyWords() {
            return new Query(null, categories, activeOnly, uncategorisedOnly, merchandise, sight);
        }

        private Query with(Sight other) {
            return new Query(text, categories, activeOnly, uncategorisedOnly, merchandise, other);
        }
    }

    /**
     * Somebody's view of the catalogue.
     *
     * @param hidden what he is not shown, rather than what he is
     */
    record Sight(Viewer viewer, Aspect aspect, boolean hidden) {}

    sealed interface ApplyResult {
        record Created(ProductId id) implements ApplyResult {}

        record Updated(ProductId id) implements ApplyResult {}

        record Unchanged(ProductId id) implements ApplyResult {}

        /**
         * @param reason message key; the record goes to quarantine
         */
        record Refused(String code, String reason, String detail) implements ApplyResult {}
    }
}
