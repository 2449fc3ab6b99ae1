package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wanted line with all that is known about it now.
 *
 * @param line 0-based
 * @param product null when nobody knows it
 * @param quote null when it has no price for this customer
 * @param problems empty when it can be ordered, as far as goods, licence and price go
 */
record AssessedLine(
        int line,
        ProductId productId,
        Quantity quantity,
        @Nullable ProductView product,
        @Nullable PriceQuote quote,
        Verdict verdict,
        List<LineProblem> problems) {

    Money amount() {
        return quote == null ? Money.ZERO : quote.price().times(quantity);
    }

    OrderLine sold() {
        if (product == null || quote == null) {
            throw new IllegalStateException("Line " + line + " cannot be sold: " + problems);
        }
        return new OrderLine(product, quantity, quote);
    }
}
