package io.mallhub.simulator.material;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row of the material file. Everything from {@code name} to {@code drugCodeRemark} is a raw cell
 * of the official list, never tidied.
 *
 * @param taxPercent VAT, 13 means 13 %
 * @param salePrice list price per unit, tax included, yuan
 * @param forbidden stopped: not to be sold
 * @param category regulatory class in words, empty where nobody has given one
 * @param version grows by one with each change
 */
public record Material(
        String number,
        String name,
        String model,
        String dosageForm,
        String approvalNo,
        String holderCn,
        String holderEn,
        String makerCn,
        String makerEn,
        String drugCode,
        String drugCodeRemark,
        String unit,
        BigDecimal taxPercent,
        BigDecimal salePrice,
        boolean forbidden,
        Instant modifyTime,
        String category,
        long version) {}
