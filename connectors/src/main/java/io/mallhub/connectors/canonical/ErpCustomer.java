package io.mallhub.connectors.canonical;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer in either direction.
 *
 * @param code the ERP's number; empty when it goes out to be created
 * @param reference the mall's customer number, the client reference; empty where the ERP has none
 * @param changedAt null when it goes out
 * @param version grows with each change of the record; null where the ERP counts none
 */
public record ErpCustomer(
        String code,
        String reference,
        String name,
        String uscc,
        String address,
        String contact,
        String phone,
        String licenceNumber,
        boolean active,
        @Nullable Instant changedAt,
        @Nullable Long version) {
    public ErpCustomer(
            String code,
            String reference,
            String name,
            String uscc,
            String address,
            String contact,
            String phone,
            String licenceNumber,
            boolean active,
            @Nullable Instant changedAt) {
        this(
                code,
                reference,
                name,
                uscc,
                address,
                contact,
                phone,
                licenceNumber,
                active,
                changedAt,
                null);
    }

    public ErpCustomer withCode(String known) {
        return new ErpCustomer(
                known,
                reference,
                name,
                uscc,
                address,
                contact,
                phone,
                licenceNumber,
                active,
                changedAt,
                version);
    }
}
