package io.mallhub.simulator.rest;

import io.mallhub.simulator.salesorder.SalesOrder;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order with its lines ({@code mx}), deliveries ({@code fh}) and invoices ({@code fp}). */
record OrderRow(
        String ddbh,
        String wbdh,
        String khbm,
        long ddsj,
        int zt,
        @Nullable String yy,
        String zje,
        @Nullable String bz,
        long bbh,
        long xgsj,
        List<Line> mx,
        List<Delivery> fh,
        List<Invoice> fp) {

    record Line(int hh, String wlbm, String sl, String dj, String zk, String je, String yfsl) {

        static Line of(SalesOrder.Line l) {
            return new Line(
                    l.number(),
                    l.material(),
                    l.quantity().toPlainString(),
                    l.price().toPlainString(),
                    l.discount().toPlainString(),
                    l.amount().toPlainString(),
                    l.shipped().toPlainString());
        }
    }

    record Delivery(String fhdh, long fhsj, List<DeliveryLine> mx) {

        static Delivery of(SalesOrder.Delivery d) {
            return new Delivery(
                    d.billNo(),
                    d.shipTime().toEpochMilli(),
                    d.lines().stream().map(DeliveryLine::of).toList());
        }
    }

    record Invoice(String fphm, String kprq, String je) {

        static Invoice of(SalesOrder.Invoice i) {
            return new Invoice(
                    i.number(),
                    DateTimeFormatter.BASIC_ISO_DATE.format(i.issued()),
                    i.amount().toPlainString());
        }
    }

    record DeliveryLine(int hh, String wlbm, String ph, String yxq, String sl) {

        static DeliveryLine of(SalesOrder.DeliveryLine l) {
            return new DeliveryLine(
                    l.orderLine(),
                    l.material(),
                    l.batchNo(),
                    DateTimeFormatter.BASIC_ISO_DATE.format(l.validUntil()),
                    l.quantity().toPlainString());
        }
    }

    static OrderRow of(SalesOrder o) {
        return new OrderRow(
                o.billNo(),
                o.reference(),
                o.customer(),
                o.billTime().toEpochMilli(),
                o.status().rest(),
                o.reason(),
                o.total().toPlainString(),
                o.explanation(),
                o.version(),
                o.modifyTime().toEpochMilli(),
                o.lines().stream().map(Line::of).toList(),
                o.deliveries().stream().map(Delivery::of).toList(),
                o.invoices().stream().map(Invoice::of).toList());
    }
}
