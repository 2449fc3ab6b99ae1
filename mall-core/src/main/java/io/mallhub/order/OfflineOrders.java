package io.mallhub.order;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What customers ordered and sent back in the ERP itself, by telephone or over the counter: their
 * history, as the ERP tells it. The mall governs none of it; no process runs, nothing is held.
 */
public interface OfflineOrders {
    /**
     * Keeps the newest state of each, set-wise. Idempotent; what is older than what is known is
     * passed over.
     *
     * @param reports with different codes
     * @return codes of those that were new or had changed
     */
    Set<String> apply(String connection, List<Report> reports);

    /** Of one customer, newest first, adjustments left out. */
    Page<Row> page(CustomerId customer, String words, PageRequest page);

    /** Empty for another customer's, as for an unknown one. */
    Optional<View> find(CustomerId customer, long id);

    /** What kind of document it is. */
    enum OfflineKind {
        ORDER,
        /** Goods that came back, or a cancelled invoice; quantities and amounts are below 0. */
        RETURN,
        /** Goods written up or down for nobody. */
        ADJUSTMENT
    }

    /** How far the ERP is with it. */
    enum OfflineState {
        NEW,
        ACCEPTED,
        REJECTED,
        PARTLY_SHIPPED,
        SHIPPED,
        VOIDED
    }

    /**
     * @param code its number in the ERP
     * @param customer null only for an adjustment
     * @param words the ERP's own, e.g. why it rejected
     * @param changedAt the ERP's time of the last change
     */
    record Report(
            String code,
            OfflineKind kind,
            @Nullable CustomerId customer,
            Instant orderedAt,
            OfflineState state,
            String words,
            Money total,
            Instant changedAt,
            List<Line> lines) {
        public Report {
            lines = List.copyOf(lines);
            if (customer == null && kind != OfflineKind.ADJUSTMENT) {
                throw new IllegalArgumentException("An offline order has a customer: " + code);
            }
        }
    }

    /**
     * @param product null for postage and the like, or what the mall has not
     * @param quantity below 0 for what came back
     * @param price per unit, up to 6 decimals
     * @param amount of the line, to the cent
     */
    record Line(
            @Nullable ProductId product,
            String code,
            String name,
            BigDecimal quantity,
            UnitPrice price,
            Money amount) {
        /** What may be ordered again; empty for what came back or is no product. */
        public Optional<Quantity> again() {
            return product == null || quantity.signum() <= 0
                    ? Optional.empty()
                    : Optional.of(new Quantity(quantity));
        }
    }

    /** One in a list. */
    record Row(
            long id,
            String code,
            OfflineKind kind,
            Instant orderedAt,
            OfflineState state,
            Money total,
            int lines) {}

    record View(Row row, String words, Instant changedAt, List<Line> lines) {
        public View {
            lines = List.copyOf(lines);
        }
    }
}
