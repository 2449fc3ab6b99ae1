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
 */
public record ErpOrderStatus(
        String code,
        String reference,
        State state,
        String words,
        Instant changedAt,
        List<Delivery> deliveries,
        List<Invoice> invoices) {
    public ErpOrderStatus {
        deliveries = List.copyOf(deliveries);
        invoices = List.copyOf(invoices);
    }

    /** Of an ERP that tells of no invoices. */
    public ErpOrderStatus(
            String code,
            String reference,
            State state,
            String words,
            Instant changedAt,
            List<Delivery> deliveries) {
        this(code, reference, state, words, changedAt, deliveries, List.of());
    }

    public enum State {
        NEW,
        ACCEPTED,
        REJECTED,
        PARTLY_SHIPPED,
        SHIPPED,
        VOIDED
    }

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
