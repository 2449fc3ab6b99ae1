package io.mallhub.order;

import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one statement of what cancelling a part of an order does: at the prices and by the rules of
 * the order, what stays costs what it would have cost by itself. What was shown is what is done.
 *
 * @param revision of the order that it is about
 * @param lines all of the order, gifts included
 * @param payment the way that the difference goes back
 * @param prepaid the difference, divided as the order was paid; null for other payments
 * @param points that go back besides
 * @param consequences what what stays no longer earns
 */
public record PartStatement(
        String order,
        int revision,
        List<Line> lines,
        Money before,
        Money after,
        PaymentMethod payment,
        @Nullable PrepaidAmount prepaid,
        long points,
        List<Consequence> consequences) {
    /** Of a consequence that gives back what was charged to another order. */
    public static final String CHARGE_BACK = "reversal.coupon-charge-back";

    public PartStatement {
        lines = List.copyOf(lines);
        consequences = List.copyOf(consequences);
    }

    /** What goes back. */
    public Money back() {
        return before.minus(after);
    }

    /**
     * Two that do the same to an order say the same. What was charged to another order changes
     * nothing of this one: a charge meanwhile makes no statement another.
     */
    public String seen() {
        StringBuilder content = new StringBuilder();
        content.append(order).append('\n');
        for (Line line : lines) {
            content.append(line.product())
                    .append(' ')
                    .append(line.quantityAfter())
                    .append(' ')
                    .append(line.amountAfter())
                    .append(line.gift() ? " gift\n" : "\n");
        }
        content.append(before).append(' ').append(after).append(' ').append(points).append('\n');
        consequences.stream()
                .filter(it -> !it.kind().equals(CHARGE_BACK))
                .forEach(it -> content.append(it.kind()).append(it.detail()).append('\n'));
        return Sha256.hex(content.toString()).substring(0, 16);
    }

    /**
     * @param number 1-based, of before
     * @param quantityAfter 0 where nothing of it stays
     */
    public record Line(
            int number,
            ProductId product,
            String code,
            String name,
            String unit,
            boolean gift,
            Quantity quantityBefore,
            Quantity quantityAfter,
            Money discountBefore,
            Money discountAfter,
            Money amountBefore,
            Money amountAfter) {
        public boolean isDifferent() {
            return !quantityBefore.equals(quantityAfter) || !amountBefore.equals(amountAfter);
        }
    }

    /**
     * @param kind message key: reversal.price-break, reversal.coupon, reversal.promotion,
     *     reversal.promotion-less, reversal.gift-gone, reversal.points-back,
     *     reversal.coupon-charge-back
     */
    public record Consequence(String kind, String detail) {}
}
