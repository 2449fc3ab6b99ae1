package io.mallhub.catalog;

import java.math.BigDecimal;

/**
 * A product as the ERP has it, texts raw: the catalog cleans them and reports what it found.
 *
 * @param category name of a regulatory category where the ERP has one, else empty
 * @param drugCodes raw cell, may hold several codes
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
        boolean active) {}
