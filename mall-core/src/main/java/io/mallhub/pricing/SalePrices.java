package io.mallhub.pricing;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.util.Map;

/**
 * Prices of sales that run now and have only so much to give: kept by another context, asked for by
 * {@link Prices#quote}.
 */
public interface SalePrices {
    /**
     * Of those products whose sale would give this customer the whole quantity. One query, at most.
     */
    Map<ProductId, UnitPrice> now(CustomerId customer, Map<ProductId, Quantity> wanted);
}
