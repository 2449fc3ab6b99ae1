package io.mallhub.flash.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.flash.Opening;
import io.mallhub.flash.SaleState;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.stock.Fences;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings one sale to where it has to be now. Locks the sale, then its occurrence, then the stock:
 * orders lock the latter two in the same order.
 */
@Component
class FlashTurns {
    static final String SUBJECT = "flash-sale";
    private static final Actor TIME = Actor.system("flash-sales");
    private static final String PERIOD_OVER = "period over";

    private final FlashSaleTable sales;
    private final Fences fences;
    private final AuditLog audit;
    private final Clock clock;

    FlashTurns(FlashSaleTable sales, Fences fences, AuditLog audit, Clock clock) {
        this.sales = sales;
        this.fences = fences;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns whether anything was to do. */
    @RetriedTransaction
    boolean turn(String code) {
        SaleRow sale = sales.lock(code).orElseThrow();
        return sale.view().state() == SaleState.LIVE && turn(sale);
    }

    /** Of a live sale that is locked. */
    boolean turn(SaleRow sale) {
        Instant now = clock.instant();
        SaleView view = sale.view();
        Opening current = view.current();
        UUID occurrence = sale.occurrence();
        boolean moved = false;
        if (current == null || !current.closes().isAfter(now)) {
            close(occurrence);
            occurrence = null;
            current = view.timing().next(now).orElse(null);
            moved = true;
        }
        if (current == null) {
            audit.record(
                    new AuditEntry(
                            TIME, "end-flash-sale", SUBJECT, view.code(), PERIOD_OVER, Map.of()));
            sales.steps().note(view.code(), view.version(), "OVER", PERIOD_OVER, TIME, now);
            sales.move(view.code(), SaleState.ENDED, null, null);
            return true;
        }
        if (occurrence != null) {
            return back(view, sales.lockOccurrence(occurrence));
        }
        if (!now.isBefore(current.opens().minus(Duration.ofHours(view.aheadHours())))) {
            FlashSaleTable.SetAside opened = sales.open(view, current);
            back(view, opened);
            occurrence = opened.id();
            moved = true;
        }
        if (moved) {
            sales.move(view.code(), SaleState.LIVE, current, occurrence);
        }
        return moved;
    }

    /** Sets aside what is missing, as far as there is stock; returns whether there was any. */
    private boolean back(SaleView sale, FlashSaleTable.SetAside occurrence) {
        Quantity added = fences.add(occurrence.id(), sale.product(), occurrence.missing());
        if (added.isPositive()) {
            sales.back(occurrence.id(), added);
        }
        return added.isPositive();
    }

    /** What is left of it is sellable again. */
    void close(@Nullable UUID occurrence) {
        if (occurrence != null) {
            sales.lockOccurrence(occurrence);
            sales.close(occurrence, clock.instant());
            fences.end(occurrence);
        }
    }
}
