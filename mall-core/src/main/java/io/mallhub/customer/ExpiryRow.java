package io.mallhub.customer;

import io.mallhub.shared.CustomerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stops when: one document in force with an end.
 *
 * @param locksEverything whether all ordering stops without it, or only what it opens
 * @param renewal number of its renewal, once opened
 */
public record ExpiryRow(
        CustomerId customer,
        String customerNumber,
        String customerName,
        DocumentType type,
        String documentNumber,
        LocalDate validUntil,
        boolean locksEverything,
        @Nullable String renewal,
        @Nullable RenewalState state) {}
