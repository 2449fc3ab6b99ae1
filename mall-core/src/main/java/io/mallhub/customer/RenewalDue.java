package io.mallhub.customer;

import io.mallhub.shared.CustomerId;
import java.time.LocalDate;

/**
 * A valid document will expire and is to be renewed.
 *
 * @param validUntil last valid day
 */
public record RenewalDue(
        String number, CustomerId customer, DocumentType type, LocalDate validUntil) {}
