package io.mallhub.catalog.internal;

import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Disagreement;
import io.mallhub.conflict.Field;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Categories that the desk has set and the ERP says otherwise. Until that is decided, the desk's
 * holds: it was set by a person who answers for it.
 */
@Component
class CategoryDisputes {
    private final Conflicts conflicts;
    private final Categories categories;
    private final Clock clock;

    CategoryDisputes(Conflicts conflicts, Categories categories, Clock clock) {
        this.conflicts = conflicts;
        this.categories = categories;
        this.clock = clock;
    }

    /** After the page was written. */
    void settle(ProductPage page) {
        Map<String, Found> found = new HashMap<>();
        for (CleanProduct product : page.changed()) {
            String desk = page.deskCategoryOf(product);
            if (desk != null && product.category() != null) {
                found.computeIfAbsent(product.connection(), _ -> new Found())
                        .add(page, product, desk);
            }
        }
        found.forEach(this::settle);
    }

    private void settle(String connection, Found found) {
        conflicts.agreed(connection, Field.PRODUCT_CATEGORY, found.agreed);
        Set<String> erpHolds =
                conflicts.judge(connection, Field.PRODUCT_CATEGORY, found.disagreements);
        categories.followErp(
                found.disagreements.stream()
                        .filter(it -> erpHolds.contains(it.subject()))
                        .collect(
                                Collectors.toMap(
                                        it -> ProductId.of(it.subject()),
                                        it -> RegulatoryCategory.valueOf(it.erpValue()))),
                clock.instant());
    }

    void deskHasSet(Collection<ProductId> ids, RegulatoryCategory category) {
        conflicts.mallChanged(
                Field.PRODUCT_CATEGORY,
                ids.stream().collect(Collectors.toMap(ProductId::toString, id -> category.name())));
    }

    private static @Nullable String known(ProductPage page, CleanProduct product) {
        String text = page.knownOf(product, Field.PRODUCT_CATEGORY);
        return text == null
                ? null
                : RegulatoryCategory.named(text).map(RegulatoryCategory::name).orElse(null);
    }

    private static final class Found {
        private final List<Disagreement> disagreements = new ArrayList<>();
        private final List<String> agreed = new ArrayList<>();

        void add(ProductPage page, CleanProduct product, String desk) {
            ProductId id = page.idOf(product);
            String erp = String.valueOf(product.category());
            if (desk.equals(erp)) {
                agreed.add(id.toString());
            } else {
                disagreements.add(
                        new Disagreement(
                                id.toString(),
                                product.code() + " " + product.name(),
                                desk,
                                erp,
                                known(page, product),
                                true,
                                page.changedAt(product)));
            }
        }
    }
}
