package io.mallhub.storefront.api;

import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.PaymentMethod;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order whole, as the buyer's programs see it: nothing of the seller's inner workings. */
record OrderJson(
        String number,
        OrderState state,
        @Nullable String erpNumber,
        String submittedBy,
        Instant submittedAt,
        String note,
        PaymentMethod payment,
        @Nullable OnlineJson online,
        @Nullable TransferJson transfer,
        List<LineJson> lines,
        List<BenefitJson> benefits,
        long points,
        String currency,
        String total,
        String net,
        String tax,
        List<ShipmentJson> shipments) {

    /**
     * @param payment of an order paid online, once it is asked for
     * @param transfer of an order paid by transfer, once it is asked for
     * @param announced transfers for it
     */
    static OrderJson of(
            OrderView order,
            @Nullable PaymentView payment,
            @Nullable TransferView transfer,
            List<AnnouncementView> announced,
            Money credit) {
        Map<Integer, String> codes =
                order.lines().stream()
                        .collect(Collectors.toMap(OrderView.Line::number, OrderView.Line::code));
        return new OrderJson(
                order.number(),
                order.state(),
                order.erpNumber(),
                order.submittedBy(),
                order.submittedAt(),
                order.deliveryNote(),
                order.payment(),
                payment == null ? null : OnlineJson.of(payment),
                transfer == null ? null : TransferJson.of(transfer, announced, credit),
                order.lines().stream().map(LineJson::of).toList(),
                order.benefits().stream().map(BenefitJson::of).toList(),
                order.points(),
                Wire.CURRENCY,
                Wire.money(order.total()),
                Wire.money(order.net()),
                Wire.money(order.tax()),
                order.shipments().stream().map(sent -> ShipmentJson.of(sent, codes)).toList());
    }

    /**
     * @param page where a person of the company pays, as long as it is awaited; a path of this mall
     */
    record OnlineJson(
            String number,
            PaymentState state,
            String amount,
            Instant expiresAt,
            @Nullable Instant paidAt,
            String refunded,
            @Nullable String page) {
        static OnlineJson of(PaymentView payment) {
            return new OnlineJson(
                    payment.number(),
                    payment.state(),
                    Wire.money(payment.amount()),
                    payment.expiresAt(),
                    payment.paidAt(),
                    Wire.money(payment.refunded()),
                    payment.state().isAwaited() ? "/orders/" + payment.order() + "/pay" : null);
        }
    }

    /**
     * @param credit that the company could use for it now
     * @param reference to give with the transfer
     */
    record TransferJson(
            TransferState state,
            String amount,
            String missing,
            String credit,
            String payee,
            String bank,
            String account,
            String reference,
            Instant expiresAt,
            List<AnnouncedJson> announced) {
        static TransferJson of(
                TransferView transfer, List<AnnouncementView> announced, Money credit) {
            return new TransferJson(
                    transfer.state(),
                    Wire.money(transfer.amount()),
                    Wire.money(transfer.missing()),
                    Wire.money(credit),
                    transfer.account().payee(),
                    transfer.account().bank(),
                    transfer.account().account(),
                    transfer.order(),
                    transfer.dueAt(),
                    announced.stream().map(AnnouncedJson::of).toList());
        }
    }

    /**
     * @param reason why it was declined; empty otherwise
     */
    record AnnouncedJson(
            String number,
            AnnouncementState state,
            String amount,
            String bankReference,
            LocalDate sentOn,
            String reason) {
        static AnnouncedJson of(AnnouncementView announced) {
            return new AnnouncedJson(
                    announced.number(),
                    announced.state(),
                    Wire.money(announced.amount()),
                    announced.bankReference(),
                    announced.sentOn(),
                    announced.reason());
        }
    }

    record LineJson(
            int line,
            String product,
            String name,
            String unit,
            BigDecimal quantity,
            BigDecimal shipped,
            String price,
            PriceQuote.Source priceSource,
            BigDecimal vatRate,
            String discount,
            String amount,
            boolean gift) {
        static LineJson of(OrderView.Line line) {
            return new LineJson(
                    line.number(),
                    line.code(),
                    line.name(),
                    line.unit(),
                    Wire.quantity(line.quantity()),
                    Wire.quantity(line.shipped()),
                    Wire.price(line.price().price()),
                    line.price().source(),
                    line.vatRate(),
                    Wire.money(line.discount()),
                    Wire.money(line.amount()),
                    line.isGift());
        }
    }

    /** What took something off: a coupon by its number, a promotion, or points. */
    record BenefitJson(String name, String coupon, String amount) {
        static BenefitJson of(OrderView.Benefit benefit) {
            String name = benefit.isPoints() ? benefit.rule() : benefit.name();
            return new BenefitJson(name, benefit.coupon(), Wire.money(benefit.amount()));
        }
    }

    record ShipmentJson(String delivery, Instant shippedAt, List<BatchJson> batches) {
        static ShipmentJson of(OrderView.Shipment sent, Map<Integer, String> codes) {
            return new ShipmentJson(
                    sent.erpNumber(),
                    sent.shippedAt(),
                    sent.batches().stream().map(batch -> BatchJson.of(batch, codes)).toList());
        }
    }

    record BatchJson(
            int line,
            String product,
            String batch,
            @Nullable LocalDate expiry,
            BigDecimal quantity) {
        static BatchJson of(OrderView.ShippedBatch batch, Map<Integer, String> codes) {
            return new BatchJson(
                    batch.line(),
                    codes.getOrDefault(batch.line(), ""),
                    batch.batch(),
                    batch.expiry(),
                    Wire.quantity(batch.quantity()));
        }
    }
}
