package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/** How much of a product one line may ask for. */
final class QuantityRule {
    static final Quantity MOST = Quantity.of(1_000_000);

    private QuantityRule() {}

    /**
     * @param key message key
     */
    record Broken(String key, String detail) {}

    static Optional<Broken> check(Quantity quantity) {
        if (!quantity.isPositive()) {
            return Optional.of(new Broken("quantity.not-positive", quantity.toString()));
        }
        return quantity.compareTo(MOST) > 0
                ? Optional.of(new Broken("quantity.too-large", quantity + " > " + MOST))
                : Optional.empty();
    }

    static Optional<Broken> check(Quantity quantity, ProductView product) {
        Optional<Broken> general = check(quantity);
        if (general.isPresent()) {
            return general;
        }
        if (quantity.compareTo(product.minimum()) < 0) {
            return Optional.of(
                    new Broken("quantity.minimum", quantity + " < " + product.minimum()));
        }
        BigDecimal rest = quantity.amount().remainder(product.orderStep().amount());
        return rest.signum() == 0
                ? Optional.empty()
                : Optional.of(new Broken("quantity.step", String.valueOf(product.orderStep())));
    }
}
