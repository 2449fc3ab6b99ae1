package io.mallhub.order;

import io.mallhub.promotion.Channel;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param idempotencyKey chosen by the door for one intended order (at most 100 characters); the
 *     same key and content again gives the same order, the same key with other content is refused
 * @param coupons numbers of the company's coupons it is to use, at most {@link #MOST_COUPONS}; the
 *     order is refused when one of them takes nothing off
 * @param points of the company to pay a part with, 0 for none; the order is refused when they are
 *     more than it may use
 * @param seen {@link Carts.CartView#seen} of what the buyer looked at: the order is refused when it
 *     would be another one now; null for who looked at nothing
 * @param channel how it comes; null for what replaces goods
 * @param by a buyer of the company, or its salesperson on its behalf: not with the company's
 *     prepaid money, coupons or points
 * @param exchange of an order that replaces goods that came back; null for others
 * @param lines the same product may stand on several lines; at most {@link #MOST_LINES}
 */
public record SubmitOrder(
        CustomerId company,
        String idempotencyKey,
        List<Line> lines,
        String deliveryNote,
        PaymentMethod payment,
        List<String> coupons,
        long points,
        @Nullable Exchange exchange,
        @Nullable String seen,
        @Nullable Channel channel,
        Actor by) {
    public static final int MOST_LINES = 500;
    public static final int MOST_COUPONS = 10;

    public SubmitOrder {
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
    }

    /** Staff orders on behalf of the company, others in the shop. */
    public SubmitOrder(
            CustomerId company,
            String idempotencyKey,
            List<Line> lines,
            String deliveryNote,
            PaymentMethod payment,
            List<String> coupons,
            long points,
            @Nullable Exchange exchange,
            @Nullable String seen,
            Actor by) {
        this(
                company,
                idempotencyKey,
                lines,
                deliveryNote,
                payment,
                coupons,
                points,
                exchange,
                seen,
                exchange != null
                        ? null
                        : by.kind() == Actor.Kind.STAFF ? Channel.ON_BEHALF : Channel.WEB,
                by);
    }

    /** By someone who looked at nothing before. */
    public SubmitOrder(
            CustomerId company,
            String idempotencyKey,
            List<Line> lines,
            String deliveryNote,
            PaymentMethod payment,
            List<String> coupons,
            long points,
            @Nullable Exchange exchange,
            Actor by) {
        this(
                company,
                idempotencyKey,
                lines,
                deliveryNote,
                payment,
                coupons,
                points,
                exchange,
                null,
                by);
    }

    /** As a buyer orders, without points. */
    public SubmitOrder(
            CustomerId company,
            String idempotencyKey,
            List<Line> lines,
            String deliveryNote,
            PaymentMethod payment,
            List<String> coupons,
            Actor by) {
        this(company, idempotencyKey, lines, deliveryNote, payment, coupons, 0, null, by);
    }

    /** Without coupons. */
    public SubmitOrder(
            CustomerId company,
            String idempotencyKey,
            List<Line> lines,
            String deliveryNote,
            PaymentMethod payment,
            Actor by) {
        this(company, idempotencyKey, lines, deliveryNote, payment, List.of(), by);
    }

    /** On credit. */
    public SubmitOrder(
            CustomerId company,
            String idempotencyKey,
            List<Line> lines,
            String deliveryNote,
            Actor by) {
        this(company, idempotencyKey, lines, deliveryNote, PaymentMethod.CREDIT, by);
    }

    /**
     * What came back was paid for once: what replaces it costs no more, whatever the price is now.
     *
     * @param worth of the goods that came back, as they were paid
     */
    public record Exchange(String returnNumber, Money worth) {}

    public record Line(ProductId product, Quantity quantity) {}
}
