package io.mallhub.promotion.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.Giveaways;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** The policy, asked about goods with the categories of the catalogue. */
@Service
class CatalogueGiveaways implements Giveaways {
    private final Products products;

    CatalogueGiveaways(Products products) {
        this.products = products;
    }

    @Override
    public Set<RegulatoryCategory> never() {
        return GiftPolicy.NEVER;
    }

    @Override
    public List<String> never(Goods goods, Set<RegulatoryCategory> besides) {
        Set<RegulatoryCategory> never = new TreeSet<>(besides);
        never.addAll(GiftPolicy.NEVER);
        GiftPolicy policy = new GiftPolicy(never, Map.of(), Set.of());
        return switch (goods) {
            case Goods.All() -> never.stream().map(Enum::name).toList();
            case Goods.Products(var some) -> named(some, policy);
            case Goods.Categories(var some) ->
                    some.stream()
                            .filter(it -> !policy.isFree(RegulatoryCategory.named(it).orElse(null)))
                            .sorted()
                            .toList();
            case Goods.Merchandise(var some) -> some.stream().sorted().toList();
            case Goods.Tags(var some) -> some.stream().sorted().toList();
        };
    }

    @Override
    public List<String> tooMuchOff(Benefit benefit) {
        return GiftPolicy.takesTooMuch(benefit) ? never(benefit.goods(), Set.of()) : List.of();
    }

    /** Codes of those products that are never gifts; one nobody knows is named by its id. */
    List<String> never(Set<ProductId> some) {
        return named(some, GiftPolicy.standard(Map.of()));
    }

    private List<String> named(Set<ProductId> some, GiftPolicy policy) {
        if (some.isEmpty()) {
            return List.of();
        }
        Map<ProductId, ProductView> known = products.products(some);
        List<String> never = new ArrayList<>();
        for (ProductId id : some) {
            ProductView product = known.get(id);
            if (product == null) {
                never.add(id.toString());
            } else if (!policy.isFree(product.category())) {
                never.add(product.code());
            }
        }
        Collections.sort(never);
        return never;
    }
}
