package io.mallhub.pricing.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.pricing.PriceExplanation;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.PriceQuote.Break;
import io.mallhub.pricing.Prices;
import io.mallhub.pricing.SalePrices;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class PriceDesk implements Prices {
    private final PriceReads reads;
    private final SalePrices sales;
    private final PriceWrites writes;
    private final AuditLog audit;
    private final Clock clock;

    PriceDesk(PriceReads reads, SalePrices sales, PriceWrites writes, AuditLog audit, Clock clock) {
        this.reads = reads;
        this.sales = sales;
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<ProductId, UnitPrice> floors(Collection<ProductId> products) {
        return reads.floors(products);
    }

    @Override
    public Map<ProductId, PriceQuote> quote(Viewer viewer, Map<ProductId, Quantity> wanted) {
        return quote(
                viewer,
                wanted,
                viewer.customer() == null ? Map.of() : sales.now(viewer.customer(), wanted));
    }

    @Override
    public Map<ProductId, PriceQuote> quoteWithoutSales(
            Viewer viewer, Map<ProductId, Quantity> wanted) {
        return quote(viewer, wanted, Map.of());
    }

    @Override
    public Map<ProductId, List<Break>> ladders(Viewer viewer, Collection<ProductId> products) {
        LocalDate day = MallTime.today(clock);
        Map<ProductId, List<Break>> ladders = new HashMap<>();
        reads.candidates(viewer, products, day)
                .forEach(
                        (product, candidates) -> {
                            List<Break> ladder = PricePrecedence.ladder(candidates.rules(), day);
                            if (!ladder.isEmpty()) {
                                ladders.put(product, ladder);
                            }
                        });
        return ladders;
    }

    private Map<ProductId, PriceQuote> quote(
            Viewer viewer, Map<ProductId, Quantity> wanted, Map<ProductId, UnitPrice> onSale) {
        LocalDate day = MallTime.today(clock);
        Map<ProductId, ProductPrices> prices = reads.candidates(viewer, wanted.keySet(), day);
        Map<ProductId, PriceQuote> quotes = new HashMap<>();
        wanted.forEach(
                (product, quantity) -> {
                    ProductPrices candidates = prices.getOrDefault(product, new ProductPrices());
                    candidates.flash(onSale.get(product), quantity, day);
                    candidates
                            .quote(product, quantity, day)
                            .ifPresent(quote -> quotes.put(product, quote));
                });
        return quotes;
    }

    @Override
    @RetriedTransaction
    public int applyBasePrices(String connection, Map<ProductId, UnitPrice> prices) {
        return writes.upsertBase(connection, prices, clock.instant());
    }

    @Override
    @RetriedTransaction
    public void agree(Agreement agreement, Actor by) {
        list(NewListedPrice.of(agreement), by);
    }

    @Override
    @RetriedTransaction
    public void setLevelPrice(LevelPrice price, Actor by) {
        list(NewListedPrice.of(price), by);
    }

    @Override
    @RetriedTransaction
    public void setRegionPrice(RegionPrice price, Actor by) {
        list(NewListedPrice.of(price), by);
    }

    @Override
    @RetriedTransaction
    public void setFloor(ProductId product, UnitPrice floor, Actor by) {
        writes.upsertFloor(product, floor, by, clock.instant());
        audit.record(
                new AuditEntry(
                        by,
                        "set-floor-price",
                        "product",
                        product.toString(),
                        "",
                        Map.of("price", floor.toString())));
    }

    @Override
    @RetriedTransaction
    public void removeFloor(ProductId product, Actor by) {
        if (writes.deleteFloor(product)) {
            audit.record(AuditEntry.of(by, "remove-floor-price", "product", product.toString()));
        }
    }

    @Override
    public Page<FloorPrice> floors(boolean undercut, PageRequest page) {
        return reads.floors(undercut, page);
    }

    @Override
    public PriceExplanation explain(
            Viewer viewer, ProductId product, Quantity wanted, LocalDate day) {
        PriceReads.About about = reads.about(viewer, product);
        if (viewer.customer() != null && day.equals(MallTime.today(clock))) {
            about.flash(
                    sales.now(viewer.customer(), Map.of(product, wanted)).get(product),
                    wanted,
                    day);
        }
        PriceRule chosen = about.prices().choose(wanted, day).orElse(null);
        List<PriceExplanation.Considered> considered =
                about.all().stream()
                        .sorted(PricePrecedence.BEST_FIRST)
                        .map(
                                rule ->
                                        considered(
                                                rule,
                                                PricePrecedence.verdict(
                                                        rule,
                                                        about.prices().rules().contains(rule),
                                                        wanted,
                                                        day,
                                                        chosen)))
                        .toList();
        return new PriceExplanation(
                about.prices().quote(product, wanted, day).orElse(null),
                about.prices().floor(),
                considered);
    }

    private static PriceExplanation.Considered considered(
            PriceRule rule, PriceExplanation.PriceVerdict verdict) {
        return new PriceExplanation.Considered(
                rule.source(),
                rule.owner(),
                rule.list(),
                rule.name(),
                rule.from(),
                rule.price(),
                rule.validFrom(),
                rule.validUntil(),
                verdict);
    }

    @Override
    public Page<Agreement> agreements(@Nullable CustomerId customer, PageRequest page) {
        return reads.agreements(customer, page);
    }

    @Override
    public Map<ProductId, UnitPrice> bases(Collection<ProductId> products) {
        return reads.bases(products);
    }

    @Override
    public List<ListedPrice> listed(ProductId product) {
        return reads.listed(product);
    }

    private void list(NewListedPrice price, Actor by) {
        writes.upsertListed(price, by, clock.instant());
        audit.record(
                new AuditEntry(
                        by,
                        "set-price",
                        "product",
                        price.product().toString(),
                        "",
                        Map.of(
                                "list", price.source() + ":" + price.owner(),
                                "from", price.from().toString(),
                                "price", price.price().toString(),
                                "validFrom", String.valueOf(price.validFrom()),
                                "validUntil", String.valueOf(price.validUntil()))));
    }
}
