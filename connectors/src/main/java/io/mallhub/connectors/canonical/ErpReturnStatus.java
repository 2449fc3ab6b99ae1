package io.mallhub.connectors.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * How a return stands in the ERP, with all receipts of goods so far.
 *
 * @param reference the mall return number; empty for a return made in the ERP itself
 * @param words the ERP's own words, e.g. why it rejected
 */
public record ErpReturnStatus(
        String code,
        String reference,
        State state,
        String words,
        Instant changedAt,
        List<Receipt> receipts) {
    public ErpReturnStatus {
        receipts = List.copyOf(receipts);
    }

    public enum State {
        OPEN,
        REJECTED,
        RECEIVED,
        VOIDED
    }

    /**
     * @param receiver who took the goods, in the ERP's words
     */
    public record Receipt(String code, Instant receivedAt, String receiver, List<Batch> batches) {
        public Receipt {
            batches = List.copyOf(batches);
        }
    }

    /**
     * @param line 1-based line of the mall return where the ERP keeps it, else 0
     */
    public record Batch(int line, String productCode, String batch, BigDecimal quantity) {}
}
