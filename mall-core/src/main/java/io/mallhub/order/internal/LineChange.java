package io.mallhub.order.internal;

import io.mallhub.order.OrderView;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of an order as it was, and as it is after a change; no figures after: taken out. */
@Embeddable
class LineChange {
    private UUID productId;
    private String code;
    private String name;
    private String unit;
    private BigDecimal quantityBefore;
    private BigDecimal priceBefore;
    private BigDecimal discountBefore;
    private BigDecimal amountBefore;
    private @Nullable BigDecimal quantityAfter;
    private @Nullable BigDecimal priceAfter;
    private BigDecimal discountAfter = BigDecimal.ZERO;
    private @Nullable BigDecimal amountAfter;

    @SuppressWarnings("NullAway.Init")
    protected LineChange() {}

    LineChange(OrderLine before, @Nullable OrderLine after) {
        productId = before.product().value();
        code = before.code();
        name = before.name();
        unit = before.unit();
        quantityBefore = before.quantity().amount();
        priceBefore = before.price().price().amount();
        discountBefore = before.discount().amount();
        amountBefore = before.amount().amount();
        if (after != null) {
            quantityAfter = after.quantity().amount();
            priceAfter = after.price().price().amount();
            discountAfter = after.discount().amount();
            amountAfter = after.amount().amount();
        }
    }

    /** Of a gift that the order had not before. */
    static LineChange added(OrderLine gift) {
        LineChange added = new LineChange(gift, gift);
        added.quantityBefore = BigDecimal.ZERO;
        added.discountBefore = BigDecimal.ZERO;
        return added;
    }

    String code() {
        return code;
    }

    OrderView.ChangedLine view(int number) {
        return new OrderView.ChangedLine(
                number, new ProductId(productId), code, name, unit, before(), after());
    }

    OrderView.LineFigures before() {
        return figures(quantityBefore, priceBefore, discountBefore, amountBefore);
    }

    OrderView.@Nullable LineFigures after() {
        return quantityAfter == null || priceAfter == null || amountAfter == null
                ? null
                : figures(quantityAfter, priceAfter, discountAfter, amountAfter);
    }

    private static OrderView.LineFigures figures(
            BigDecimal quantity, BigDecimal price, BigDecimal discount, BigDecimal amount) {
        return new OrderView.LineFigures(
                new Quantity(quantity),
                new UnitPrice(price),
                new Money(discount),
                new Money(amount));
    }
}
