package io.mallhub.storefront.api;

import io.mallhub.order.PartStatement;
import io.mallhub.order.PaymentMethod;
import io.mallhub.prepaid.PrepaidAmount;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What cancelling a part of an order does.
 *
 * @param back what goes back, the way the order was paid
 * @param principal the part of it that goes back to the principal of a prepaid account; absent for
 *     other payments
 * @param points that go back besides
 */
record PartStatementJson(
        int revision,
        List<LineJson> lines,
        String currency,
        String before,
        String after,
        String back,
        PaymentMethod payment,
        @Nullable String principal,
        @Nullable String bonus,
        long points,
        List<ConsequenceJson> consequences,
        String seen) {
    static PartStatementJson of(PartStatement it) {
        PrepaidAmount prepaid = it.prepaid();
        return new PartStatementJson(
                it.revision(),
                it.lines().stream().map(LineJson::of).toList(),
                Wire.CURRENCY,
                Wire.money(it.before()),
                Wire.money(it.after()),
                Wire.money(it.back()),
                it.payment(),
                prepaid == null ? null : Wire.money(prepaid.principal()),
                prepaid == null ? null : Wire.money(prepaid.bonus()),
                it.points(),
                it.consequences().stream()
                        .map(one -> new ConsequenceJson(one.kind(), one.detail()))
                        .toList(),
                it.seen());
    }

    /**
     * @param line of the order as it stood
     */
    record LineJson(
            int line,
            String product,
            BigDecimal before,
            BigDecimal after,
            String amountBefore,
            String amountAfter,
            boolean gift) {
        static LineJson of(PartStatement.Line line) {
            return new LineJson(
                    line.number(),
                    line.code(),
                    Wire.quantity(line.quantityBefore()),
                    Wire.quantity(line.quantityAfter()),
                    Wire.money(line.amountBefore()),
                    Wire.money(line.amountAfter()),
                    line.gift());
        }
    }

    record ConsequenceJson(String kind, String detail) {}
}
