package io.mallhub.order;

import io.mallhub.customer.LicenceGate;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.promotion.Channel;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order whole, as its pages show it.
 *
 * @param number business number, client reference in the ERP, correlation key of its process
 * @param onBehalf submitted by the customer's salesperson, not by the customer
 * @param channel how it came; null for what replaces goods, and for orders from before it was kept
 * @param benefits what took off the discounts of its lines
 * @param stops why it needs approval (message keys with detail), empty when it went straight on
 * @param changes by the desk while it waited for approval, and gifts that were left out; oldest
 *     first
 */
public record OrderView(
        OrderId id,
        String number,
        CustomerId customer,
        String customerName,
        OrderState state,
        ErpState erpState,
        @Nullable String erpNumber,
        @Nullable String erpWords,
        String submittedBy,
        boolean onBehalf,
        @Nullable Channel channel,
        Instant submittedAt,
        String deliveryNote,
        PaymentMethod payment,
        List<Line> lines,
        List<Benefit> benefits,
        Money total,
        Money net,
        Money tax,
        List<Stop> stops,
        List<Approval> approvals,
        List<Shipment> shipments,
        List<Change> changes) {

    /** What was taken off all lines. */
    public Money discount() {
        return benefits.stream().map(Benefit::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What took off a discount of this line, or gave it. */
    public List<Benefit> benefitsOf(Line line) {
        return benefits.stream().filter(it -> !it.of(line).isZero()).toList();
    }

    /** How many points pay a part of it. */
    public long points() {
        return benefits.stream()
                .filter(Benefit::isPoints)
                .mapToLong(it -> Long.parseLong(it.name()))
                .sum();
    }

    /** How often it was changed: who acts on the order says which revision he saw. */
    public int revision() {
        return changes.size();
    }

    /**
     * @param discount taken off: quantity times price is discount and amount
     * @param points the part of the discount that points pay
     * @param amount what it costs
     * @param gift code of the rule that gives it for nothing; empty for what is bought
     */
    public record Line(
            int number,
            ProductId product,
            String code,
            String name,
            String unit,
            Quantity quantity,
            PriceQuote price,
            Money discount,
            Money points,
            Money amount,
            BigDecimal vatRate,
            Quantity shipped,
            LicenceGate.Verdict gate,
            String gift) {
        /** It comes for nothing. */
        public boolean isGift() {
            return !gift.isEmpty();
        }
    }

    /**
     * @param rule code of the rule as it was, in that version; {@link #POINTS} for points, whose
     *     name is how many
     * @param coupon number of the coupon it came with, empty for a promotion
     * @param amount taken off all lines together; what gifts are worth included
     * @param shares of each line in the amount, in their order; empty for an order from before it
     *     was kept
     */
    public record Benefit(
            String rule,
            int version,
            String name,
            String coupon,
            Money amount,
            List<Money> shares) {
        public static final String POINTS = "POINTS";

        /** So much of it is a line's. */
        public Money of(Line line) {
            return line.number() <= shares.size() ? shares.get(line.number() - 1) : Money.ZERO;
        }

        public boolean isPoints() {
            return rule.equals(POINTS);
        }
    }

    /**
     * @param group sales, finance, compliance: who is asked because of it
     */
    public record Stop(String group, String kind, String detail) {}

    /**
     * @param kind sales, finance, compliance: the group that decided
     */
    public record Approval(String kind, boolean approved, String by, Instant at, String reason) {}

    /**
     * @param what the entry of the timeline it goes with, of the same instant: {@code
     *     order.changed}, {@code order.gift-left-out} or {@code order.part-cancelled}
     * @param reason in words of who changed it; keys of the licence gate where a gift was left out
     * @param lines all lines the order had before
     * @param stops what it waited for until then
     * @param withdrawn approvals that were given and count no more
     */
    public record Change(
            int revision,
            String what,
            Instant at,
            String by,
            String reason,
            Money totalBefore,
            Money totalAfter,
            List<ChangedLine> lines,
            List<Stop> stops,
            List<Approval> withdrawn) {
        /** Lines whose quantity or price is another one now, and those taken out. */
        public List<ChangedLine> differences() {
            return lines.stream().filter(ChangedLine::isDifferent).toList();
        }
    }

    /**
     * @param number 1-based, of before
     * @param after null when the line was taken out
     */
    public record ChangedLine(
            int number,
            ProductId product,
            String code,
            String name,
            String unit,
            LineFigures before,
            @Nullable LineFigures after) {
        public boolean isDifferent() {
            return !before.equals(after);
        }
    }

    public record LineFigures(Quantity quantity, UnitPrice price, Money discount, Money amount) {}

    public record Shipment(String erpNumber, Instant shippedAt, List<ShippedBatch> batches) {}

    public record ShippedBatch(
            int line,
            ProductId product,
            String batch,
            @Nullable LocalDate expiry,
            Quantity quantity) {}
}
