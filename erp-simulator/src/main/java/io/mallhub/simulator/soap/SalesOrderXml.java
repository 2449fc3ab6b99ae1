package io.mallhub.simulator.soap;

import io.mallhub.simulator.salesorder.SalesOrder;

/** Writes a sales order with its entries, deliveries and invoices. */
final class SalesOrderXml {

    private SalesOrderXml() {}

    static void write(SoapReply reply, SalesOrder o) {
        reply.open("SalesOrder")
                .field("FBillNo", o.billNo())
                .field("FClientBillNo", o.reference())
                .field("FCustNumber", o.customer())
                .field("FBillTime", o.billTime())
                .field("FStatus", o.status().soap())
                .optional("FReason", o.reason())
                .field("FTotalAmount", o.total())
                .optional("FExplanation", o.explanation())
                .field("FVersion", Long.toString(o.version()))
                .field("FModifyTime", o.modifyTime());
        for (SalesOrder.Line line : o.lines()) {
            write(reply, line);
        }
        for (SalesOrder.Delivery delivery : o.deliveries()) {
            write(reply, delivery);
        }
        for (SalesOrder.Invoice invoice : o.invoices()) {
            reply.open("Invoice")
                    .field("FInvoiceNo", invoice.number())
                    .field("FInvoiceDate", invoice.issued())
                    .field("FAmount", invoice.amount())
                    .close();
        }
        reply.close();
    }

    private static void write(SoapReply reply, SalesOrder.Line line) {
        reply.open("Entry")
                .field("FEntryID", Integer.toString(line.number()))
                .field("FItemNumber", line.material())
                .field("FQty", line.quantity())
                .field("FPrice", line.price())
                .field("FDiscount", line.discount())
                .field("FAmount", line.amount())
                .field("FShipQty", line.shipped())
                .close();
    }

    private static void write(SoapReply reply, SalesOrder.Delivery delivery) {
        reply.open("Delivery")
                .field("FBillNo", delivery.billNo())
                .field("FShipTime", delivery.shipTime());
        for (SalesOrder.DeliveryLine line : delivery.lines()) {
            reply.open("DeliveryEntry")
                    .field("FOrderEntryID", Integer.toString(line.orderLine()))
                    .field("FItemNumber", line.material())
                    .field("FBatchNo", line.batchNo())
                    .field("FValidDate", line.validUntil())
                    .field("FQty", line.quantity())
                    .close();
        }
        reply.close();
    }
}
