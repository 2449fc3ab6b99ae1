package io.mallhub.routes.product;

import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.util.Optional;

/** An ERP product in the words of catalog and pricing. */
final class ProductMapper {
    private ProductMapper() {}

    static ApplyErpProduct toCommand(String connection, ErpProduct p) {
        return new ApplyErpProduct(
                connection,
                p.code(),
                p.name(),
                p.dosageForm(),
                p.strength(),
                p.maker(),
                p.holder(),
                p.approvalNumber(),
                p.drugCodes(),
                p.category(),
                p.unit(),
                p.vatRate(),
                p.active());
    }

    /**
     * Empty where the ERP has no price.
     *
     * @throws IllegalArgumentException for 0 or less, or more than 6 decimals: a wrong price must
     *     not sell anything
     */
    static Optional<UnitPrice> price(ErpProduct p) {
        if (p.price() == null) {
            return Optional.empty();
        }
        if (p.price().signum() <= 0 || p.price().stripTrailingZeros().scale() > 6) {
            throw new IllegalArgumentException(
                    "List price must be above 0 with at most 6 decimals: "
                            + p.price().toPlainString());
        }
        return Optional.of(new UnitPrice(p.price()));
    }

    /** The same whenever it was changed. */
    static ErpProduct content(ErpProduct p) {
        return new ErpProduct(
                p.code(),
                p.name(),
                p.dosageForm(),
                p.strength(),
                p.maker(),
                p.holder(),
                p.approvalNumber(),
                p.drugCodes(),
                p.category(),
                p.unit(),
                p.price(),
                p.vatRate(),
                p.active(),
                Instant.EPOCH);
    }
}
