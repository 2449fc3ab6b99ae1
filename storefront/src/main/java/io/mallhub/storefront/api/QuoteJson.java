package io.mallhub.storefront.api;

import io.mallhub.order.Carts.CartGift;
import io.mallhub.order.Carts.CartLine;
import io.mallhub.order.Carts.CartView;
import io.mallhub.order.Explanation;
import io.mallhub.order.PaymentMethod;
import io.mallhub.pricing.PriceQuote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order would cost now. Nothing is promised until it is placed.
 *
 * @param payments that the company may choose
 * @param problems that would refuse it
 * @param seen to be sent with the order that reckons with this; absent while a line has no price
 */
record QuoteJson(
        List<LineJson> lines,
        List<GiftJson> gifts,
        List<PromotionJson> promotions,
        String currency,
        String discount,
        String total,
        List<PaymentMethod> payments,
        List<ProblemDocuments.LineJson> problems,
        @Nullable String seen) {
    static QuoteJson of(
            CartView cart, Set<PaymentMethod> payments, List<ProblemDocuments.LineJson> problems) {
        List<LineJson> lines = new ArrayList<>();
        cart.lines().forEach(line -> lines.add(LineJson.of(lines.size() + 1, line)));
        return new QuoteJson(
                lines,
                cart.gifts().stream().map(GiftJson::of).toList(),
                cart.promotions().stream().map(PromotionJson::of).toList(),
                Wire.CURRENCY,
                Wire.money(cart.discount()),
                Wire.money(cart.total()),
                payments.stream().sorted().toList(),
                problems,
                cart.seen().isEmpty() ? null : cart.seen());
    }

    record LineJson(
            int line,
            String product,
            BigDecimal quantity,
            @Nullable String price,
            PriceQuote.@Nullable Source priceSource,
            String discount,
            String amount) {
        static LineJson of(int number, CartLine line) {
            return new LineJson(
                    number,
                    line.code(),
                    Wire.quantity(line.quantity()),
                    line.price() == null ? null : Wire.price(line.price().price()),
                    line.price() == null ? null : line.price().source(),
                    Wire.money(line.discount()),
                    Wire.money(line.amount()));
        }
    }

    /**
     * @param withheld code of why it does not come; absent when it does
     */
    record GiftJson(
            String product, BigDecimal quantity, String promotion, @Nullable String withheld) {
        static GiftJson of(CartGift gift) {
            return new GiftJson(
                    gift.code(),
                    Wire.quantity(gift.quantity()),
                    gift.rule(),
                    gift.comes() ? null : gift.withheld());
        }
    }

    /**
     * @param amount taken off by it
     * @param withheld what compliance kept it from taking off; absent when nothing
     * @param rejected code of why it gives nothing; absent when it does
     */
    record PromotionJson(
            String name, String amount, @Nullable String withheld, @Nullable String rejected) {
        static PromotionJson of(Explanation it) {
            return new PromotionJson(
                    it.name(),
                    Wire.money(it.amount()),
                    it.isLimited() ? Wire.money(it.withheld()) : null,
                    it.isApplied() ? null : it.why());
        }
    }
}
