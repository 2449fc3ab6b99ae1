package io.mallhub.connectors.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product as the ERP has it; texts raw (dirty cells included), only the types are sure. Absent
 * texts are empty.
 *
 * @param code the ERP's key of the product; case matters
 * @param price tax-inclusive list price of one base unit; null where the ERP has none
 * @param vatRate as a fraction, 0.13
 * @param version grows with each change of the record; null where the ERP counts none
 */
public record ErpProduct(
        String code,
        String name,
        String dosageForm,
        String strength,
        String maker,
        String holder,
        String approvalNumber,
        String drugCodes,
        String category,
        String unit,
        @Nullable BigDecimal price,
        BigDecimal vatRate,
        boolean active,
        Instant changedAt,
        @Nullable Long version) {
    public ErpProduct(
            String code,
            String name,
            String dosageForm,
            String strength,
            String maker,
            String holder,
            String approvalNumber,
            String drugCodes,
            String category,
            String unit,
            @Nullable BigDecimal price,
            BigDecimal vatRate,
            boolean active,
            Instant changedAt) {
        this(
                code,
                name,
                dosageForm,
                strength,
                maker,
                holder,
                approvalNumber,
                drugCodes,
                category,
                unit,
                price,
                vatRate,
                active,
                changedAt,
                null);
    }
}
