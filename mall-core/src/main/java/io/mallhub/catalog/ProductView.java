package io.mallhub.catalog;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param code mall product code = code in the ERP that owns the product; case matters
 * @param category null: sellable to nobody until set
 * @param drugCodes 14-digit codes (本位码); several where one product has several
 * @param vatRate 0.13, 0.09, 0.03 or 0
 * @param orderStep quantities are multiples of it; {@code minimum} at least that many
 * @param merchandise codes of the merchandise categories it stands in and of all above them
 * @param findings what was odd in the source record (dirty cells), message key → detail
 */
public record ProductView(
        ProductId id,
        String code,
        String name,
        String dosageForm,
        String strength,
        String maker,
        String holder,
        String approvalNumber,
        List<String> drugCodes,
        @Nullable RegulatoryCategory category,
        String unit,
        BigDecimal vatRate,
        Quantity orderStep,
        Quantity minimum,
        boolean coldChain,
        boolean active,
        Set<String> merchandise,
        List<Finding> findings) {

    /**
     * @param key message key such as product.several-drug-codes
     */
    public record Finding(String key, String detail) {}
}
