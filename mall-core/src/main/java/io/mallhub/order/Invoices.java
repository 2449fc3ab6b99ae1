package io.mallhub.order;

import io.mallhub.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Invoices of orders, as the ERP issued them: the mall writes none itself. Goods, invoice, account
 * and money agree (票账货款一致): the invoices of an order never add up to more than the order.
 */
public interface Invoices {
    /**
     * Idempotent by order and invoice number; publishes {@link OrderInvoiced}. What does not fit is
     * refused, and nothing is recorded.
     */
    Outcome record(ReportInvoice report);

    /** Oldest first. */
    List<Invoice> of(String orderNumber);

    /**
     * @param amount part of the invoice that is of this order, tax included; negative for a red one
     */
    record Invoice(String number, LocalDate issuedOn, Money amount, Instant recordedAt) {}

    /**
     * @param number of the invoice: 20 digits for an electronic one (数电票), else as the ERP has it
     * @param amount of this order, tax included
     */
    record ReportInvoice(
            String orderNumber,
            String number,
            LocalDate issuedOn,
            Money amount,
            String connection) {}

    sealed interface Outcome {
        /**
         * @param complete the invoices add up to the order
         */
        record Recorded(boolean complete) implements Outcome {}

        /** Known with the same amount and day: nothing changed. */
        record Repeated() implements Outcome {}

        /**
         * Nothing was recorded; for quarantine.
         *
         * @param problem message key: invoice.unknown-order, invoice.order-ended,
         *     invoice.other-content, invoice.not-the-order (more than the order, or less than
         *     nothing), invoice.malformed
         */
        record Refused(String problem, String detail) implements Outcome {}
    }
}
