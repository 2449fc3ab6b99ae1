package io.mallhub.catalog.internal;

import io.mallhub.conflict.Field;
import io.mallhub.shared.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * What a set-wise apply must know of a product that is there already.
 *
 * @param deskCategory the category if a person has set it
 */
record KnownProduct(
        ProductId id, String digest, @Nullable String deskCategory, @Nullable Texts texts) {
    /** As the mall has them; null for a product that is new. */
    record Texts(String name, String dosageForm, String strength) {
        static Texts of(CleanProduct product) {
            return new Texts(product.name(), product.dosageForm(), product.strength());
        }

        String get(Field field) {
            return switch (field) {
                case PRODUCT_NAME -> name;
                case PRODUCT_DOSAGE_FORM -> dosageForm;
                case PRODUCT_STRENGTH -> strength;
                default -> throw new IllegalArgumentException(field + " is no text of a product");
            };
        }

        Texts with(Field field, String value) {
            return switch (field) {
                case PRODUCT_NAME -> new Texts(value, dosageForm, strength);
                case PRODUCT_DOSAGE_FORM -> new Texts(name, value, strength);
                case PRODUCT_STRENGTH -> new Texts(name, dosageForm, value);
                default -> throw new IllegalArgumentException(field + " is no text of a product");
            };
        }
    }
}
