package io.mallhub.flash.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.catalog.Products;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.Opening;
import io.mallhub.flash.SaleState;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Reason;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.shared.Step;
import io.mallhub.shared.UnitPrice;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class FlashDesk implements FlashSales {
    private static final Logger log = LoggerFactory.getLogger(FlashDesk.class);
    private static final String SUBJECT = FlashTurns.SUBJECT;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_AHEAD = 168;

    private final FlashSaleTable sales;
    private final FlashTurns turns;
    private final Products products;
    private final Prices prices;
    private final GivenByFlashSales giving;
    private final Stock stock;
    private final AuditLog audit;
    private final Clock clock;

    FlashDesk(
            FlashSaleTable sales,
            FlashTurns turns,
            Products products,
            Prices prices,
            GivenByFlashSales giving,
            Stock stock,
            AuditLog audit,
            Clock clock) {
        this.sales = sales;
        this.turns = turns;
        this.products = products;
        this.prices = prices;
        this.giving = giving;
        this.stock = stock;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @RetriedTransaction
    public PutOutcome put(PutSale command) {
        Optional<String> problem = problem(command);
        if (problem.isPresent()) {
            return new PutOutcome.Refused(problem.get(), "");
        }
        String code = command.code();
        int version = 1;
        if (code == null) {
            code = sales.number();
        } else {
            Optional<String> objection = objection(sales.lock(code), command);
            if (objection.isPresent()) {
                return new PutOutcome.Refused(objection.get(), code);
            }
            version = command.version() + 1;
        }
        sales.write(code, version, command, clock.instant());
        note(code, version, "PUT", "put-flash-sale", command.reason(), command.by(), of(command));
        return new PutOutcome.Put(sales.find(code).orElseThrow().view());
    }

    /** Everything it says: a sale has no versions to read later. */
    private static Map<String, String> of(PutSale sale) {
        return Map.of(
                "name", sale.name().strip(),
                "product", sale.product().toString(),
                "price", sale.price().toString(),
                "quota", sale.quota().toString(),
                "most", String.valueOf(sale.most()),
                "begins", sale.timing().begins().toString(),
                "ends", sale.timing().ends().toString(),
                "slots", SlotsText.write(sale.timing().slots()),
                "aheadHours", Integer.toString(sale.aheadHours()));
    }

    /** What was sold once stays the product of the sale. */
    private static Optional<String> objection(Optional<SaleRow> before, PutSale command) {
        if (before.isEmpty()) {
            return Optional.of("flash-sale.unknown");
        }
        SaleView sale = before.get().view();
        if (sale.state() == SaleState.ENDED || sale.state() == SaleState.LIVE) {
            return Optional.of(
                    sale.state() == SaleState.LIVE ? "flash-sale.live" : "flash-sale.ended");
        }
        if (sale.version() != command.version()) {
            return Optional.of("flash-sale.changed-meanwhile");
        }
        return sale.state() == SaleState.PAUSED && !sale.product().equals(command.product())
                ? Optional.of("flash-sale.other-product")
                : Optional.empty();
    }

    private Optional<String> problem(PutSale sale) {
        if (sale.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("flash-sale.not-staff");
        }
        if (sale.name().isBlank() || sale.name().strip().length() > LONGEST_NAME) {
            return Optional.of("flash-sale.name");
        }
        if (sale.price().amount().signum() == 0) {
            return Optional.of("flash-sale.price");
        }
        if (!sale.quota().isPositive()) {
            return Optional.of("flash-sale.quota");
        }
        Quantity most = sale.most();
        if (most != null && (!most.isPositive() || most.compareTo(sale.quota()) > 0)) {
            return Optional.of("flash-sale.most");
        }
        if (sale.aheadHours() < 0 || sale.aheadHours() > LONGEST_AHEAD) {
            return Optional.of("flash-sale.ahead");
        }
        if (sale.timing().next(clock.instant()).isEmpty()) {
            return Optional.of("flash-sale.no-opening");
        }
        if (products.product(sale.product()).isEmpty()) {
            return Optional.of("flash-sale.product");
        }
        return Reason.problem("flash-sale", Reason.of(sale.reason()));
    }

    @Override
    @RetriedTransaction
    public StepOutcome publish(
            String code, int version, boolean withLess, String reason, Actor by) {
        return step(
                code,
                reason,
                by,
                sale -> {
                    SaleView view = sale.view();
                    if (view.state() == SaleState.LIVE) {
                        return null;
                    }
                    if (view.state() == SaleState.ENDED) {
                        return new StepOutcome.Refused("flash-sale.ended", code);
                    }
                    if (view.version() != version) {
                        return new StepOutcome.Refused("flash-sale.changed-meanwhile", code);
                    }
                    Optional<Opening> next = view.timing().next(clock.instant());
                    if (next.isEmpty()) {
                        return new StepOutcome.Refused("flash-sale.no-opening", "");
                    }
                    sales.lockProduct(view.product());
                    StepOutcome.Refused objection = objection(view, next.get(), withLess);
                    if (objection == null) {
                        note(sale, "PUBLISHED", "publish-flash-sale", reason, by);
                        sales.move(code, SaleState.LIVE, next.get(), null);
                        turns.turn(sales.find(code).orElseThrow());
                    }
                    return objection;
                });
    }

    private StepOutcome.@Nullable Refused objection(SaleView sale, Opening next, boolean withLess) {
        Instant now = clock.instant();
        for (SaleView other : sales.live(sale.product())) {
            if (other.timing().overlaps(sale.timing(), now)) {
                return new StepOutcome.Refused("flash-sale.overlaps", other.code());
            }
        }
        UnitPrice base = prices.bases(List.of(sale.product())).get(sale.product());
        if (base != null && sale.price().compareTo(base) >= 0) {
            return new StepOutcome.Refused("flash-sale.no-cut", sale.price() + " ≥ " + base);
        }
        Optional<String> cheap = giving.tooCheap(sale, base);
        if (cheap.isPresent()) {
            return new StepOutcome.Refused(GivenByFlashSales.WHY, cheap.get());
        }
        Quantity sellable =
                stock.sellable(List.of(sale.product())).getOrDefault(sale.product(), Quantity.ZERO);
        Quantity missing = sales.untaken(sale, next);
        return !withLess && missing.compareTo(sellable) > 0
                ? new StepOutcome.Refused("flash-sale.over-stock", missing + " > " + sellable)
                : null;
    }

    @Override
    @RetriedTransaction
    public StepOutcome pause(String code, String reason, Actor by) {
        return step(
                code,
                reason,
                by,
                sale -> {
                    return switch (sale.view().state()) {
                        case DRAFT -> new StepOutcome.Refused("flash-sale.not-live", code);
                        case ENDED -> new StepOutcome.Refused("flash-sale.ended", code);
                        case PAUSED -> null;
                        case LIVE -> {
                            note(sale, "PAUSED", "pause-flash-sale", reason, by);
                            turns.close(sale.occurrence());
                            sales.move(code, SaleState.PAUSED, null, null);
                            yield null;
                        }
                    };
                });
    }

    @Override
    @RetriedTransaction
    public StepOutcome end(String code, String reason, Actor by) {
        return step(
                code,
                reason,
                by,
                sale -> {
                    if (sale.view().state() != SaleState.ENDED) {
                        note(sale, "ENDED", "end-flash-sale", reason, by);
                        turns.close(sale.occurrence());
                        sales.move(code, SaleState.ENDED, null, null);
                    }
                    return null;
                });
    }

    /** Whoever may and says why takes a step with a sale. */
    private StepOutcome step(
            String code,
            String reason,
            Actor by,
            Function<SaleRow, StepOutcome.@Nullable Refused> step) {
        if (by.kind() != Actor.Kind.STAFF) {
            return new StepOutcome.Refused("flash-sale.not-staff", "");
        }
        Optional<String> problem = Reason.problem("flash-sale", Reason.of(reason));
        if (problem.isPresent()) {
            return new StepOutcome.Refused(problem.get(), "");
        }
        Optional<SaleRow> sale = sales.lock(code);
        if (sale.isEmpty()) {
            return new StepOutcome.Refused("flash-sale.unknown", code);
        }
        StepOutcome.Refused refused = step.apply(sale.get());
        return refused == null ? new StepOutcome.Done() : refused;
    }

    private void note(SaleRow sale, String what, String action, String reason, Actor by) {
        SaleView view = sale.view();
        note(view.code(), view.version(), what, action, reason, by, Map.of());
    }

    private void note(
            String code,
            int version,
            String what,
            String action,
            String reason,
            Actor by,
            Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        all.put("version", Integer.toString(version));
        audit.record(new AuditEntry(by, action, SUBJECT, code, Reason.of(reason), all));
        sales.steps().note(code, version, what, Reason.of(reason), by, clock.instant());
    }

    /** Each sale by itself: who waits for one holds no other, and none fails because of another. */
    @Override
    public int turn(int atMost) {
        int moved = 0;
        for (String code : sales.due(clock.instant(), atMost)) {
            if (turned(code)) {
                moved++;
            }
        }
        return moved;
    }

    private boolean turned(String code) {
        try {
            return turns.turn(code);
        } catch (RuntimeException e) {
            log.error("Flash sale {} ({}) cannot be turned", code, sales.name(code), e);
            return false;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SaleView> find(String code) {
        return sales.find(code).map(SaleRow::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<SaleView> page(@Nullable SaleState state, PageRequest page) {
        return sales.page(state, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Occurrence> occurrences(String code, PageRequest page) {
        return sales.occurrences(code, page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> steps(String code) {
        return sales.steps().of(code);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Offer> offers(CustomerId company, PageRequest page) {
        return sales.offers(company, clock.instant(), page);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProductId, Offer> offers(CustomerId company, Collection<ProductId> products) {
        Map<ProductId, Offer> offers = new HashMap<>();
        if (!products.isEmpty()) {
            sales.offers(company, clock.instant(), products)
                    .forEach(it -> offers.putIfAbsent(it.product(), it));
        }
        return offers;
    }
}
