package io.mallhub.order;

import io.mallhub.customer.LicenceGate;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cart per buyer user. */
public interface Carts {
    /** Sets the quantity of a product; zero removes it. */
    CartOutcome put(UserId user, CustomerId company, ProductId product, Quantity quantity);

    /** Priced and checked as of now: nothing here is promised until submit. */
    CartView cart(UserId user, CustomerId company);

    /** How many lines the cart has: for the frame of every page, one indexed count. */
    int lineCount(UserId user);

    void clear(UserId user);

    sealed interface CartOutcome {
        record Kept(CartView cart) implements CartOutcome {}

        /**
         * @param problem message key: quantity.not-positive, quantity.step, quantity.too-large,
         *     product.unknown …
         */
        record Refused(String problem, String detail) implements CartOutcome {}
    }

    /**
     * @param blocked lines that would be refused at submit
     */
    record CartView(List<CartLine> lines, Money total, long blocked) {}

    /**
     * @param price null when the product has no price for this customer
     */
    record CartLine(
            ProductId product,
            String code,
            String name,
            String unit,
            Quantity quantity,
            @Nullable PriceQuote price,
            Money amount,
            Quantity sellable,
            LicenceGate.Verdict verdict,
            List<String> problems) {}
}
