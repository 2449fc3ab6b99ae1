package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.customer.CustomerView;
import io.mallhub.order.PaymentMethod;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Channel;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders in the words of the promotion engine. */
final class Baskets {
    private Baskets() {}

    /**
     * @param lines all with a product and a price
     */
    static Basket of(
            CustomerView customer,
            PaymentMethod payment,
            @Nullable Channel channel,
            List<AssessedLine> lines,
            Map<ProductId, Set<String>> tags,
            Instant at) {
        return new Basket(
                buyer(customer),
                at,
                payment.name(),
                channel,
                lines.stream().map(line -> line(line, tags)).toList());
    }

    /**
     * Some bought goods of an order, as of when it was submitted. Their categories and tags are
     * those of that time; today's where the order has not kept them.
     *
     * @param kept how many by 1-based line
     * @param prices what each line costs
     */
    static Basket of(
            CustomerView customer,
            Order order,
            Map<Integer, Quantity> kept,
            Function<OrderLine, PriceQuote> prices,
            Map<ProductId, ProductView> catalogue,
            Map<ProductId, Set<String>> tags) {
        List<Basket.Line> goods = new ArrayList<>();
        for (int line = 0; line < order.lines().size(); line++) {
            Quantity quantity = kept.getOrDefault(line + 1, Quantity.ZERO);
            OrderLine sold = order.lines().get(line);
            if (quantity.isPositive() && !sold.isGift()) {
                Basket.Line today =
                        line(
                                sold.product(),
                                catalogue.get(sold.product()),
                                tags,
                                quantity,
                                prices.apply(sold).price());
                goods.add(seenAs(sold.traits(), today));
            }
        }
        return new Basket(buyer(customer), order.submission().at(), order.payment().name(), goods);
    }

    /** Goods that nobody has put anywhere yet, by no method of payment. */
    static Basket of(
            CustomerView customer,
            @Nullable Channel channel,
            List<ProductView> goods,
            Map<ProductId, Set<String>> tags,
            Instant at) {
        List<Basket.Line> lines = new ArrayList<>();
        for (ProductView product : goods) {
            lines.add(line(product.id(), product, tags, Quantity.ZERO, UnitPrice.of("0")));
        }
        return new Basket(buyer(customer), at, "", channel, lines);
    }

    private static Basket.Buyer buyer(CustomerView customer) {
        return buyer(customer.id(), customer.viewer());
    }

    /** Customers of one type are a group. */
    static Basket.Buyer buyer(CustomerId customer, Viewer viewer) {
        Set<String> groups = viewer.type().isEmpty() ? Set.of() : Set.of(viewer.type());
        return new Basket.Buyer(customer, viewer.level(), viewer.region(), groups);
    }

    private static Basket.Line line(AssessedLine line, Map<ProductId, Set<String>> tags) {
        if (line.product() == null || line.quote() == null) {
            throw new IllegalArgumentException("Line " + line.line() + " cannot be sold");
        }
        return seenAs(
                line.traits(),
                line(
                        line.productId(),
                        line.product(),
                        tags,
                        line.quantity(),
                        line.quote().price()));
    }

    /**
     * @param traits null where nobody kept them
     */
    static Basket.Line seenAs(@Nullable Traits traits, Basket.Line today) {
        return traits == null
                ? today
                : new Basket.Line(
                        today.product(),
                        traits.category(),
                        traits.merchandise() == null ? today.merchandise() : traits.merchandise(),
                        traits.tags(),
                        RegulatoryCategory.named(traits.category()).orElse(null),
                        today.quantity(),
                        today.price());
    }

    /**
     * @param product null when the catalogue forgot it
     */
    static Basket.Line line(
            ProductId id,
            @Nullable ProductView product,
            Map<ProductId, Set<String>> tags,
            Quantity quantity,
            UnitPrice price) {
        RegulatoryCategory category = product == null ? null : product.category();
        return new Basket.Line(
                id,
                word(category),
                product == null ? Set.of() : product.merchandise(),
                tags.getOrDefault(id, Set.of()),
                category,
                quantity,
                price);
    }

    private static String word(@Nullable RegulatoryCategory category) {
        return category == null ? "" : category.name();
    }
}
