package io.mallhub.connectors.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands in the ERP, with all its deliveries and invoices so far.
 *
 * @param reference the mall order number; empty for an order made in the ERP itself
 * @param words the ERP's own words, e.g. why it rejected
 * @param content what was ordered, by whom; null where the definition does not map it
 */
public record ErpOrderStatus(
        String code,
        String reference,
        State state,
        String words,
        Instant changedAt,
        List<Delivery> deliveries,
        List<Invoice> invoices,
        @Nullable Content content) {
    public ErpOrderStatus {
        deliveries = List.copyOf(deliveries);
        invoices = List.copyOf(invoices);
    }

    /** Of an ERP that tells of no invoices, and nothing of what was ordered. */
    public ErpOrderStatus(
            String code,
            String reference,
            State state,
            String words,
            Instant changedAt,
            List<Delivery> deliveries) {
        this(code, reference, state, words, changedAt, deliveries, List.of(), null);
    }

    /** Of an order of the mall: it knows itself what was ordered. */
    public ErpOrderStatus(
            String code,
            String reference,
            State state,
            String words,
            Instant changedAt,
            List<Delivery> deliveries,
            List<Invoice> invoices) {
        this(code, reference, state, words, changedAt, deliveries, invoices, null);
    }

    public enum State {
        NEW,
        ACCEPTED,
        REJECTED,
        PARTLY_SHIPPED,
        SHIPPED,
        VOIDED
    }

    /**
     * Of an order made in the ERP itself: the mall knows its own.
     *
     * @param customerCode empty where the ERP names nobody
     * @param total tax included; null where only the lines say it
     */
    public record Content(
            Kind kind,
            String customerCode,
            Instant orderedAt,
            @Nullable BigDecimal total,
            List<Line> lines) {
        public Content {
            lines = List.copyOf(lines);
        }
    }

    public enum Kind {
        ORDER,
        /** Goods that came back, or a cancelled invoice: below 0. */
        RETURN,
        /** Goods written up or down for nobody. */
        ADJUSTMENT
    }

    /**
     * @param quantity below 0 for what came back
     * @param amount null where the ERP gives none: quantity × price, to the cent
     */
    public record Line(
            String productCode,
            String name,
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal amount) {}

    public record Delivery(String code, Instant shippedAt, List<Batch> batches) {
        public Delivery {
            batches = List.copyOf(batches);
        }
    }

    /**
     * @param amount of this order, tax included; negative for a red invoice
     */
    public record Invoice(String number, LocalDate issuedOn, BigDecimal amount) {}

    /**
     * @param line 1-based line of the mall order where the ERP keeps it, else 0
     */
    public record Batch(
            int line,
            String productCode,
            String batch,
            @Nullable LocalDate expiry,
            BigDecimal quantity) {}
}
