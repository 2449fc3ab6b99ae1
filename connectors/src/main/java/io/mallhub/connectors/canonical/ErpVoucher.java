package io.mallhub.connectors.canonical;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An accounting voucher on its way to the ERP.
 *
 * @param reference the mall's document number: client reference by which the ERP is asked later
 * @param kind what is booked, such as {@code COMMISSION}; the ERP's accounts are its definition's
 * @param amount to the cent, positive
 */
public record ErpVoucher(
        String reference,
        String kind,
        LocalDate on,
        String party,
        BigDecimal amount,
        String text) {}
