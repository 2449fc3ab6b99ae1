package io.mallhub.simulator.seed;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A customer of the real order history.
 *
 * @param invoices how many orders, without cancellations
 * @param revenue sum of all lines, cancellations taken off
 */
record RetailCustomer(
        String id,
        String country,
        int invoices,
        BigDecimal revenue,
        LocalDate firstDay,
        LocalDate lastDay) {}
