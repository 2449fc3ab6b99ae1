package io.mallhub.stock.internal;

import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.stock.Fences;
import io.mallhub.stock.Stock;
import io.mallhub.stock.StockEquation;
import io.mallhub.stock.StockSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StockKeeping implements Stock {
    private final StockLevels levels;
    private final Holds holds;
    private final StoredFences fences;
    private final Clock clock;

    StockKeeping(StockLevels levels, Holds holds, StoredFences fences, Clock clock) {
        this.levels = levels;
        this.holds = holds;
        this.fences = fences;
        this.clock = clock;
    }

    @Override
    @RetriedTransaction
    public List<ApplyResult> apply(List<StockSnapshot> snapshots) {
        List<ApplyResult> results = new ArrayList<>();
        for (Collection<StockLevel> page : eachProductOnce(snapshots)) {
            List<StockLevels.Outcome> outcomes = levels.write(page, clock.instant());
            // Most products have none that could end; none is added to those that were written.
            holds.endKnown(
                    outcomes.stream()
                            .filter(StockLevels.Outcome::held)
                            .map(StockLevels.Outcome::product)
                            .toList(),
                    clock.instant());
            outcomes.forEach(outcome -> results.add(outcome.result()));
        }
        return results;
    }

    /** A product that is told again begins another page: the order of its snapshots counts. */
    private static List<Collection<StockLevel>> eachProductOnce(List<StockSnapshot> snapshots) {
        List<Collection<StockLevel>> pages = new ArrayList<>();
        Map<ProductId, StockLevel> page = new LinkedHashMap<>();
        for (StockSnapshot snapshot : snapshots) {
            if (page.containsKey(snapshot.product())) {
                pages.add(page.values());
                page = new LinkedHashMap<>();
            }
            page.put(snapshot.product(), StockLevel.of(snapshot));
        }
        pages.add(page.values());
        return pages;
    }

    @Override
    @Transactional(readOnly = true)
    public StockEquation equation(ProductId product) {
        HeldLevel level = levels.find(List.of(product)).get(product);
        return level == null
                ? new StockEquation(
                        product,
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.ZERO,
                        Quantity.ZERO,
                        null,
                        List.of())
                : level.equation();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProductId, Quantity> sellable(Collection<ProductId> products) {
        Map<ProductId, HeldLevel> known = levels.sums(products);
        Map<ProductId, Quantity> sellable = new HashMap<>();
        products.forEach(product -> sellable.put(product, sellable(known.get(product))));
        return sellable;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProductId, Reported> reported(Collection<ProductId> products) {
        return levels.reported(products);
    }

    @Override
    @Transactional(readOnly = true)
    public Unreported unreported(String connection, Instant since) {
        return levels.unreported(connection, since);
    }

    @Override
    public HoldOutcome hold(OrderId order, Map<ProductId, Quantity> demand) {
        return hold(order, demand, Map.of());
    }

    @Override
    public HoldOutcome hold(
            OrderId order, Map<ProductId, Quantity> demand, Map<ProductId, Fences.Part> fenced) {
        demand.forEach(StockKeeping::mustBePositive);
        Holds.Taken taken = holds.take(order, demand, fenced, clock.instant());
        if (taken.added() > 0) {
            return new HoldOutcome.Held();
        }
        Map<UUID, Quantity> left =
                fences.left(fenced.values().stream().map(Fences.Part::fence).toList());
        List<Shortage> shortages = new ArrayList<>();
        demand.forEach(
                (product, wanted) -> {
                    HeldLevel level = taken.before().get(product);
                    Fences.Part part = fenced.get(product);
                    Quantity sellable =
                            level == null || part == null
                                    ? sellable(level)
                                    : level.sellableWith(
                                            part.atMost(
                                                    left.getOrDefault(
                                                            part.fence(), Quantity.ZERO)));
                    if (sellable.compareTo(wanted) < 0) {
                        shortages.add(new Shortage(product, wanted, sellable));
                    }
                });
        return shortages.isEmpty() || holds.everHeld(order)
                ? heldBefore(order)
                : new HoldOutcome.Short(shortages);
    }

    @Override
    public HoldOutcome change(
            OrderId order, Map<ProductId, Quantity> demand, Map<ProductId, Quantity> fenced) {
        demand.forEach(StockKeeping::mustBePositive);
        Map<ProductId, HeldLevel> known = levels.lockSums(holds.activeProducts(order));
        Map<ProductId, Holds.Held> held = holds.active(order);
        if (!held.keySet().containsAll(demand.keySet())) {
            throw new IllegalStateException("Order " + order + " holds " + held + " only");
        }
        List<Shortage> shortages = new ArrayList<>();
        demand.forEach(
                (product, wanted) -> {
                    Holds.Held has = Objects.requireNonNull(held.get(product));
                    Quantity part =
                            least(
                                    has.fenced(),
                                    fenced.getOrDefault(product, Quantity.ZERO),
                                    wanted);
                    Quantity ordinary = wanted.minus(part);
                    Quantity there = sellable(known.get(product)).plus(has.ordinary());
                    if (ordinary.compareTo(has.ordinary()) > 0 && ordinary.compareTo(there) > 0) {
                        shortages.add(new Shortage(product, wanted, there.plus(part)));
                    }
                });
        if (!shortages.isEmpty()) {
            return new HoldOutcome.Short(shortages);
        }
        holds.change(order, demand, fenced, clock.instant());
        return new HoldOutcome.Held();
    }

    @Override
    public void holdAgain(
            OrderId order, Map<ProductId, Quantity> demand, Map<ProductId, Quantity> fenced) {
        demand.forEach(StockKeeping::mustBePositive);
        levels.lockSums(holds.everHeldProducts(order));
        holds.reopen(order, demand.keySet());
        Map<ProductId, Holds.Held> held = holds.active(order);
        demand.forEach(
                (product, wanted) -> {
                    Holds.Held has = held.get(product);
                    if (has == null || wanted.compareTo(has.quantity()) > 0) {
                        throw new IllegalStateException(
                                "Order " + order + " held " + has + " of " + product);
                    }
                });
        holds.change(order, demand, fenced, clock.instant());
    }

    @Override
    public void release(OrderId order) {
        if (!lockHeldBy(order).isEmpty()) {
            holds.release(order, clock.instant());
        }
    }

    @Override
    public void release(OrderId order, Collection<ProductId> products) {
        if (!lockHeldBy(order).isEmpty()) {
            holds.release(order, products, clock.instant());
        }
    }

    @Override
    public void knownToErp(OrderId order, Instant erpTime) {
        List<ProductId> untold = holds.unknownToErp(order);
        if (!untold.isEmpty()) {
            holds.knownToErp(order, untold, erpTime, clock.instant());
        }
    }

    @Override
    public void closed(OrderId order, Instant erpTime) {
        knownToErp(order, erpTime);
    }

    private List<ProductId> lockHeldBy(OrderId order) {
        List<ProductId> held = holds.activeProducts(order);
        levels.lockSums(held);
        return held;
    }

    private HoldOutcome heldBefore(OrderId order) {
        if (holds.activeProducts(order).isEmpty()) {
            throw new IllegalStateException("The holds of order " + order + " have ended");
        }
        return new HoldOutcome.Held();
    }

    private static Quantity least(Quantity... some) {
        return Collections.min(List.of(some));
    }

    private static Quantity sellable(@Nullable HeldLevel level) {
        return level == null ? Quantity.ZERO : level.sellable();
    }

    private static void mustBePositive(ProductId product, Quantity wanted) {
        if (!wanted.isPositive()) {
            throw new IllegalArgumentException("Demand for " + product + " must be positive");
        }
    }
}
