package io.mallhub.catalog.internal;

import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.catalog.Products.ApplyResult;
import io.mallhub.catalog.Products.ApplyResult.Refused;
import io.mallhub.shared.ProductId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one page of ERP records what is new, changed, unchanged or refused. A code that comes
 * twice in a page is taken in order: the last one is what is kept.
 */
final class ProductPage {
    private final Map<String, KnownProduct> known;
    private final Map<String, CleanProduct> changed = new LinkedHashMap<>();
    private final List<ApplyResult> results = new ArrayList<>();

    ProductPage(Map<String, KnownProduct> known) {
        this.known = new LinkedHashMap<>(known);
    }

    void add(ApplyErpProduct raw) {
        Optional<Refused> refusal = ErpProductReading.refusal(raw);
        results.add(refusal.isPresent() ? refusal.get() : decide(raw));
    }

    private ApplyResult decide(ApplyErpProduct raw) {
        String code = CleanText.of(raw.code());
        String digest = SourceDigest.of(raw);
        KnownProduct before = known.get(code);
        if (before != null && before.digest().equals(digest)) {
            return new ApplyResult.Unchanged(before.id());
        }
        ProductId id = before == null ? new ProductId(UUID.randomUUID()) : before.id();
        known.put(
                code, new KnownProduct(id, digest, before == null ? null : before.deskCategory()));
        changed.put(code, ErpProductReading.clean(raw));
        return before == null ? new ApplyResult.Created(id) : new ApplyResult.Updated(id);
    }

    List<ApplyResult> results() {
        return List.copyOf(results);
    }

    Collection<CleanProduct> changed() {
        return changed.values();
    }

    ProductId idOf(CleanProduct product) {
        return entry(product).id();
    }

    /** Null where no person has set one. */
    @Nullable String deskCategoryOf(CleanProduct product) {
        return entry(product).deskCategory();
    }

    private KnownProduct entry(CleanProduct product) {
        KnownProduct entry = known.get(product.code());
        if (entry == null) {
            throw new IllegalStateException("Not of this page: " + product.code());
        }
        return entry;
    }
}
