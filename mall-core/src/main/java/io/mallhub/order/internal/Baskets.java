package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.customer.CustomerView;
import io.mallhub.order.PaymentMethod;
import io.mallhub.promotion.Basket;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders in the words of the promotion engine. */
final class Baskets {
    private Baskets() {}

    /**
     * @param lines all with a product and a price
     */
    static Basket of(
            CustomerView customer, PaymentMethod payment, List<AssessedLine> lines, Instant at) {
        return basket(customer, payment, lines.stream().map(Baskets::line).toList(), at);
    }

    /**
     * Some goods of an order, as of when it was submitted. Their categories are today's: orders
     * keep none.
     *
     * @param kept how many by 1-based line
     */
    static Basket of(
            CustomerView customer,
            Order order,
            Map<Integer, Quantity> kept,
            Map<ProductId, ProductView> catalogue) {
        List<Basket.Line> goods = new ArrayList<>();
        for (int line = 0; line < order.lines().size(); line++) {
            Quantity quantity = kept.getOrDefault(line + 1, Quantity.ZERO);
            if (quantity.isPositive()) {
                OrderLine sold = order.lines().get(line);
                goods.add(line(sold, quantity, catalogue.get(sold.product())));
            }
        }
        return basket(customer, order.payment(), goods, order.submission().at());
    }

    private static Basket basket(
            CustomerView customer, PaymentMethod payment, List<Basket.Line> lines, Instant at) {
        return new Basket(
                new Basket.Buyer(
                        customer.id(), customer.level(), customer.company().region(), Set.of()),
                at,
                payment.name(),
                lines);
    }

    private static Basket.Line line(AssessedLine line) {
        if (line.product() == null || line.quote() == null) {
            throw new IllegalArgumentException("Line " + line.line() + " cannot be sold");
        }
        return new Basket.Line(
                line.productId(),
                word(line.product().category()),
                Set.of(),
                line.product().category(),
                line.quantity(),
                line.quote().price());
    }

    private static Basket.Line line(
            OrderLine sold, Quantity quantity, @Nullable ProductView product) {
        RegulatoryCategory category = product == null ? null : product.category();
        return new Basket.Line(
                sold.product(), word(category), Set.of(), category, quantity, sold.price().price());
    }

    /** The catalogue has no other categories than the law's. */
    private static String word(@Nullable RegulatoryCategory category) {
        return category == null ? "" : category.name();
    }
}
