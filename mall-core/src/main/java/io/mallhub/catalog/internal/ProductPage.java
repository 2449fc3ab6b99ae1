package io.mallhub.catalog.internal;

import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.catalog.CleanText;
import io.mallhub.catalog.Products.ApplyResult;
import io.mallhub.catalog.Products.ApplyResult.Refused;
import io.mallhub.catalog.internal.KnownProduct.Texts;
import io.mallhub.conflict.Field;
import io.mallhub.shared.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<String, ApplyErpProduct> raws = new HashMap<>();
    private final List<ApplyResult> results = new ArrayList<>();

    ProductPage(Map<String, KnownProduct> known) {
        this.known = new LinkedHashMap<>(known);
    }

    void add(ApplyErpProduct raw) {
        Optional<Refused> refusal = ErpProductReading.refusal(raw);
        results.add(refusal.isPresent() ? refusal.get() : decide(raw));
    }

    private ApplyResult decide(ApplyErpProduct raw) {
        CleanProduct erp = ErpProductReading.clean(raw);
        String code = erp.code();
        String digest = erp.digest();
        KnownProduct before = known.get(code);
        if (before != null && before.digest().equals(digest) && saysTheSame(erp, before)) {
            return new ApplyResult.Unchanged(before.id());
        }
        ProductId id = before == null ? new ProductId(UUID.randomUUID()) : before.id();
        known.put(
                code,
                before == null
                        ? new KnownProduct(id, digest, null, null)
                        : new KnownProduct(id, digest, before.deskCategory(), before.texts()));
        changed.put(code, erp);
        raws.put(code, raw);
        return before == null ? new ApplyResult.Created(id) : new ApplyResult.Updated(id);
    }

    /** The mall may have got other values since the ERP's record was last taken over. */
    private static boolean saysTheSame(CleanProduct erp, KnownProduct mall) {
        return Texts.of(erp).equals(mall.texts())
                && (mall.deskCategory() == null
                        || erp.category() == null
                        || erp.category().name().equals(mall.deskCategory()));
    }

    /** As the mall has them; null for a new product. */
    @Nullable Texts textsOf(CleanProduct product) {
        return entry(product).texts();
    }

    /** What the ERP was last known to have, cleaned as everything is; null where nobody knows. */
    @Nullable String knownOf(CleanProduct product, Field field) {
        String value = raw(product).known().get(field);
        return value == null ? null : CleanText.of(value);
    }

    @Nullable Instant changedAt(CleanProduct product) {
        return raw(product).changedAt();
    }

    private ApplyErpProduct raw(CleanProduct product) {
        return Objects.requireNonNull(raws.get(product.code()));
    }

    /** These texts of the mall hold against the ERP's. */
    void keep(CleanProduct product, Texts texts) {
        changed.put(product.code(), product.with(texts));
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
