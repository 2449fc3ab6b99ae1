package io.mallhub.console.openness;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.Query;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.VisibilityRule;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.LicenceGate;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.openness.PriceSight;
import io.mallhub.openness.PriceSight.KeptBack;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue with the eyes of a customer, and what keeps each product from it. */
@Component
public class Sightings {
    private final Products products;
    private final Visibility visibility;
    private final LicenceGate gate;
    private final PriceSight sight;
    private final Prices prices;

    Sightings(
            Products products,
            Visibility visibility,
            LicenceGate gate,
            PriceSight sight,
            Prices prices) {
        this.products = products;
        this.visibility = visibility;
        this.sight = sight;
        this.gate = gate;
        this.prices = prices;
    }

    /** One question each to rules, licence gate and prices for the whole page. */
    public Page<Sighting> page(
            CustomerView customer, SightFilter filter, @Nullable String text, PageRequest page) {
        Page<ProductView> found = products.search(query(customer, filter, text), page);
        List<ProductView> shown = found.items();
        Map<ProductId, VisibilityRule> hidden =
                visibility.hidden(customer.viewer(), shown.stream().map(ProductView::id).toList());
        Map<ProductId, Quantity> least = new HashMap<>();
        shown.forEach(product -> least.put(product.id(), product.minimum()));
        Map<ProductId, KeptBack> keptBack = sight.keptBack(customer, Set.copyOf(least.keySet()));
        least.keySet().removeAll(keptBack.keySet());
        Map<ProductId, PriceQuote> quotes = prices.quote(customer.viewer(), least);
        Map<ProductId, String> refused = refused(customer, shown);
        return found.map(
                product ->
                        sighting(
                                product,
                                hidden.get(product.id()),
                                keptBack.get(product.id()),
                                refused.get(product.id()),
                                quotes.get(product.id())));
    }

    private Query query(CustomerView customer, SightFilter filter, @Nullable String text) {
        return switch (filter) {
            case ALL -> new Query(text, null, false, false);
            case HIDDEN -> new Query(text, null, false, false).hiddenFrom(customer.viewer());
            case PRICELESS ->
                    new Query(text, null, false, false).withoutPriceFor(customer.viewer());
            case SHOWN -> {
                // As the mall does: who may buy nothing yet looks at the whole range.
                Set<RegulatoryCategory> open = gate.openCategories(customer.id());
                Set<RegulatoryCategory> seen =
                        open.isEmpty() ? Set.of(RegulatoryCategory.values()) : open;
                yield new Query(text, seen, true, false).shownTo(customer.viewer());
            }
        };
    }

    private Map<ProductId, String> refused(CustomerView customer, List<ProductView> shown) {
        return gate
                .check(
                        customer.id(),
                        shown.stream()
                                .map(it -> new LicenceGate.Item(it.id(), it.category()))
                                .toList())
                .stream()
                .filter(verdict -> !verdict.allowed())
                .collect(Collectors.toMap(Verdict::product, Sightings::reason));
    }

    private static String reason(Verdict verdict) {
        return verdict.reason() == null ? "gate.refused" : verdict.reason();
    }

    private static Sighting sighting(
            ProductView product,
            @Nullable VisibilityRule rule,
            @Nullable KeptBack keptBack,
            @Nullable String refusal,
            @Nullable PriceQuote quote) {
        List<String> others = new ArrayList<>();
        if (!product.active()) {
            others.add("product.inactive");
        }
        if (refusal != null) {
            others.add(refusal);
        }
        if (keptBack != null) {
            others.add(keptBack.key());
        } else if (quote == null) {
            others.add("price.none");
        }
        VisibilityRule priceRule = keptBack instanceof KeptBack.ByRule by ? by.rule() : null;
        return new Sighting(product, rule, priceRule, others, quote);
    }

    /** Which products of the catalogue are listed. */
    public enum SightFilter {
        ALL,
        SHOWN,
        HIDDEN,
        /** Without a price, as a rule wants it. */
        PRICELESS
    }

    /**
     * @param rule that hides it; null when none does
     * @param priceRule for which it is not told the price; null when for none
     * @param others message keys of what else keeps it from being ordered
     */
    public record Sighting(
            ProductView product,
            @Nullable VisibilityRule rule,
            @Nullable VisibilityRule priceRule,
            List<String> others,
            @Nullable PriceQuote quote) {
        public boolean isFree() {
            return rule == null && others.isEmpty();
        }
    }
}
