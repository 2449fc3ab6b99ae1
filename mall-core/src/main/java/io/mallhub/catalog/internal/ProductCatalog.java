package io.mallhub.catalog.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.catalog.CleanText;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ProductCatalog implements Products {
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 30;

    private final ProductReads reads;
    private final ProductWrites writes;
    private final Categories categories;
    private final Tags tags;
    private final CategoryDisputes disputes;
    private final TextDisputes texts;
    private final Revision revision;
    private final AuditLog audit;
    private final Clock clock;

    ProductCatalog(
            ProductReads reads,
            ProductWrites writes,
            Categories categories,
            Tags tags,
            CategoryDisputes disputes,
            TextDisputes texts,
            Revision revision,
            AuditLog audit,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.categories = categories;
        this.tags = tags;
        this.disputes = disputes;
        this.texts = texts;
        this.revision = revision;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @RetriedTransaction
    public List<ApplyResult> applyFromErp(List<ApplyErpProduct> records) {
        List<String> codes = records.stream().map(each -> CleanText.of(each.code())).toList();
        ProductPage page = new ProductPage(writes.lockKnown(codes));
        records.forEach(page::add);
        texts.settle(page);
        writes.upsert(page, clock.instant());
        disputes.settle(page);
        return page.results();
    }

    @Override
    public Optional<ProductView> product(ProductId id) {
        return reads.byIds(List.of(id)).stream().findFirst();
    }

    @Override
    public Optional<ProductView> byCode(String code) {
        return reads.byCode(code);
    }

    @Override
    public Map<ProductId, ProductView> products(Collection<ProductId> ids) {
        return reads.byIds(ids).stream()
                .collect(Collectors.toMap(ProductView::id, Function.identity()));
    }

    @Override
    public Map<String, ProductId> ids(Collection<String> codes) {
        return reads.ids(codes);
    }

    @Override
    public Page<ProductView> search(Query query, PageRequest page) {
        return reads.search(query, page);
    }

    @Override
    @RetriedTransaction
    public void categorise(ProductId id, RegulatoryCategory category, Actor by) {
        ProductView before =
                product(id).orElseThrow(() -> new IllegalArgumentException("No product " + id));
        if (before.category() == category) {
            return;
        }
        categories.set(id, category, clock.instant());
        disputes.deskHasSet(List.of(id), category);
        audit.record(
                new AuditEntry(
                        by,
                        "categorise-product",
                        "product",
                        before.code(),
                        "",
                        Map.of(
                                "from", String.valueOf(before.category()),
                                "to", category.name())));
    }

    @Override
    @RetriedTransaction
    public int categoriseMatching(Query query, RegulatoryCategory category, Actor by) {
        List<ProductId> set = categories.setWhereMissing(query, category, clock.instant());
        int changed = set.size();
        if (changed > 0) {
            disputes.deskHasSet(set, category);
            audit.record(
                    new AuditEntry(
                            by,
                            "categorise-products",
                            "product",
                            "*",
                            "",
                            Map.of(
                                    "query", query.toString(),
                                    "to", category.name(),
                                    "products", String.valueOf(changed))));
        }
        return changed;
    }

    @Override
    @RetriedTransaction
    public ReviseOutcome revise(ReviseProduct command, Actor by) {
        return revision.revise(command, by);
    }

    @Override
    @RetriedTransaction
    public TagOutcome tag(ProductId id, Set<String> wanted, Actor by) {
        ProductView product =
                product(id).orElseThrow(() -> new IllegalArgumentException("No product " + id));
        Set<String> words = new TreeSet<>();
        wanted.forEach(word -> words.add(word.strip()));
        words.remove("");
        if (words.size() > MOST_TAGS) {
            return new TagOutcome.Refused("product-tag.too-many", words.size() + " > " + MOST_TAGS);
        }
        for (String word : words) {
            if (word.length() > LONGEST_TAG) {
                return new TagOutcome.Refused("product-tag.length", word);
            }
        }
        Set<String> before = tags.of(List.of(id)).getOrDefault(id, Set.of());
        if (!before.equals(words)) {
            tags.replace(id, words);
            audit.record(
                    new AuditEntry(
                            by,
                            "tag-product",
                            "product",
                            product.code(),
                            "",
                            Map.of(
                                    "from", String.join(", ", new TreeSet<>(before)),
                                    "to", String.join(", ", words))));
        }
        return new TagOutcome.Tagged();
    }

    @Override
    @RetriedTransaction
    public void stop(ProductId id, Actor by) {
        ProductView product =
                product(id).orElseThrow(() -> new IllegalArgumentException("No product " + id));
        if (writes.stop(id, clock.instant())) {
            audit.record(AuditEntry.of(by, "stop-product", "product", product.code()));
        }
    }

    @Override
    public Map<ProductId, Set<String>> tags(Collection<ProductId> ids) {
        return tags.of(ids);
    }

    @Override
    public Map<@Nullable RegulatoryCategory, Long> countByCategory() {
        return reads.countByCategory();
    }
}
