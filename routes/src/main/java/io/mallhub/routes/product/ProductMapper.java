package io.mallhub.routes.product;

import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.catalog.CleanText;
import io.mallhub.catalog.ProductView;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.routes.state.Snapshot;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ERP product in the words of catalog and pricing. */
final class ProductMapper {
    private ProductMapper() {}

    static ApplyErpProduct toCommand(String connection, ErpProduct p, Map<Field, String> known) {
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
                p.active(),
                known,
                p.changedAt());
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

    /** What the mall says in the fields both sides may set; no category says nothing. */
    static Map<Field, String> shared(ProductView product) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.PRODUCT_NAME, product.name());
        values.put(Field.PRODUCT_DOSAGE_FORM, product.dosageForm());
        values.put(Field.PRODUCT_STRENGTH, product.strength());
        if (product.category() != null) {
            values.put(Field.PRODUCT_CATEGORY, product.category().name());
        }
        return values;
    }

    static Snapshot snapshot(ErpProduct p) {
        return Snapshot.of(
                p.code(),
                Map.of(
                        Field.PRODUCT_NAME, p.name(),
                        Field.PRODUCT_DOSAGE_FORM, p.dosageForm(),
                        Field.PRODUCT_STRENGTH, p.strength(),
                        Field.PRODUCT_CATEGORY, p.category()),
                new Rest(
                        p.maker(),
                        p.holder(),
                        p.approvalNumber(),
                        p.drugCodes(),
                        p.unit(),
                        p.price(),
                        p.vatRate(),
                        p.active()),
                p.version(),
                p.changedAt());
    }

    /** What the ERP alone says of a product. */
    private record Rest(
            String maker,
            String holder,
            String approvalNumber,
            String drugCodes,
            String unit,
            @Nullable BigDecimal price,
            BigDecimal vatRate,
            boolean active) {}

    /** As the catalog cleans it: what differs only in blanks is the same. */
    static String plain(Field field, String value) {
        String text = CleanText.of(value);
        if (field != Field.PRODUCT_CATEGORY) {
            return text;
        }
        return RegulatoryCategory.named(text).map(RegulatoryCategory::name).orElse("");
    }
}
