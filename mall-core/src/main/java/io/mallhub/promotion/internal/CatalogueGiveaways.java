package io.mallhub.promotion.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Giveaways;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Promotions.StepOutcome;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The policy, asked about goods with the categories of the catalogue. */
@Service
class CatalogueGiveaways implements Giveaways {
    private final Products products;
    private final PolicyTable policies;

    /** A version never changes. */
    private final Map<Integer, GiftTerms> known = new ConcurrentHashMap<>();

    CatalogueGiveaways(Products products, PolicyTable policies) {
        this.products = products;
        this.policies = policies;
    }

    @Override
    public GiftTerms terms() {
        return policies.terms();
    }

    @Override
    public GiftTerms terms(int version) {
        GiftTerms found = known.get(version);
        if (found == null) {
            found =
                    policies.terms(version)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "No gift policy of version " + version));
            known.put(version, found);
        }
        return found;
    }

    @Override
    public List<String> never(Goods goods, GiftTerms terms) {
        return switch (goods) {
            case Goods.All() -> terms.never().stream().map(Enum::name).toList();
            case Goods.Products(var some) -> never(some, terms);
            case Goods.Categories(var some) ->
                    some.stream()
                            .filter(it -> !terms.isFree(RegulatoryCategory.named(it).orElse(null)))
                            .sorted()
                            .toList();
            case Goods.Merchandise(var some) -> some.stream().sorted().toList();
            case Goods.Tags(var some) -> some.stream().sorted().toList();
        };
    }

    /** Codes of those products that are never gifts; one nobody knows is named by its id. */
    private List<String> never(Set<ProductId> some, GiftTerms terms) {
        Map<ProductId, ProductView> views = products.products(some);
        List<String> never = new ArrayList<>();
        for (ProductId id : some) {
            ProductView product = views.get(id);
            if (product == null) {
                never.add(id.toString());
            } else if (!terms.isFree(product.category())) {
                never.add(product.code());
            }
        }
        Collections.sort(never);
        return never;
    }

    @Override
    public List<TooCheap> tooCheap(Map<ProductId, Asked> prices, GiftTerms terms) {
        Map<ProductId, Asked> low =
                prices.entrySet().stream()
                        .filter(
                                it ->
                                        it.getValue()
                                                        .price()
                                                        .compareTo(
                                                                terms.least(it.getValue().base()))
                                                < 0)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (low.isEmpty()) {
            return List.of();
        }
        Map<ProductId, ProductView> views = products.products(low.keySet());
        List<TooCheap> found = new ArrayList<>();
        low.forEach(
                (id, asked) -> {
                    ProductView product = views.get(id);
                    if (product == null || !terms.isFree(product.category())) {
                        found.add(
                                new TooCheap(
                                        product == null ? id.toString() : product.code(),
                                        asked.price(),
                                        terms.least(asked.base())));
                    }
                });
        found.sort(Comparator.comparing(TooCheap::code));
        return found;
    }

    /** Without prices and baskets: what only these show is left to the engine. */
    Optional<StepOutcome.Refused> forbidden(Rule rule, GiftTerms terms) {
        List<String> gifts =
                rule.gifts().isEmpty()
                        ? List.of()
                        : never(new Goods.Products(Set.copyOf(rule.gifts())), terms);
        if (!gifts.isEmpty()) {
            return Optional.of(
                    new StepOutcome.Refused("promotion-rule.never-gift", gifts.getFirst()));
        }
        List<String> free = tooMuchOff(rule.benefit(), terms);
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StepOutcome.Refused(
                                "promotion-rule.never-free", String.join(", ", free)));
    }
}
