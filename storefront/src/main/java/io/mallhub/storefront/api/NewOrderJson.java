package io.mallhub.storefront.api;

import io.mallhub.order.PaymentMethod;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a program sends it. Prices, company and buyer are not for it to say.
 *
 * @param seen of the quote it reckons with; absent when it takes what comes
 */
record NewOrderJson(
        @Nullable List<@Nullable NewLineJson> lines,
        @Nullable String note,
        @Nullable String payment,
        @Nullable List<@Nullable String> coupons,
        @Nullable Long points,
        @Nullable String seen) {
    /** On credit when nothing is said. */
    PaymentMethod paymentOrCredit() {
        return payment == null
                ? PaymentMethod.CREDIT
                : PaymentMethod.of(payment)
                        .orElseThrow(() -> Problem.badRequest("payment.unknown"));
    }

    List<@Nullable NewLineJson> linesOrEmpty() {
        return lines == null ? List.of() : lines;
    }

    String noteOrEmpty() {
        return note == null ? "" : Wire.text(note);
    }

    /** Numbers of coupons; what is no text is a coupon nobody has. */
    List<String> couponsOrEmpty() {
        return coupons == null
                ? List.of()
                : coupons.stream().map(it -> it == null ? "" : Wire.name(it)).toList();
    }

    long pointsOrNone() {
        return points == null ? 0 : points;
    }

    /** Product code of a line; empty where there is none. */
    String product(int line) {
        NewLineJson sent = linesOrEmpty().get(line);
        return sent == null || sent.product() == null ? "" : sent.product();
    }

    record NewLineJson(@Nullable String product, @Nullable BigDecimal quantity) {}
}
