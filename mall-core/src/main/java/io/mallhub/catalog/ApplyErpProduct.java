package io.mallhub.catalog;

import io.mallhub.conflict.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as the ERP has it, texts raw: the catalog cleans them and reports what it found.
 *
 * @param category name of a regulatory category where the ERP has one, else empty
 * @param drugCodes raw cell, may hold several codes
 * @param known what the ERP was last known to have in the fields both sides may set, raw; empty
 *     where nobody knows
 * @param changedAt when the ERP last changed it; null where it does not say
 */
public record ApplyErpProduct(
        String connection,
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
        BigDecimal vatRate,
        boolean active,
        Map<Field, String> known,
        @Nullable Instant changedAt) {
    public ApplyErpProduct(
            String connection,
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
            BigDecimal vatRate,
            boolean active) {
        this(
                connection,
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
                vatRate,
                active,
                Map.of(),
                null);
    }
}
