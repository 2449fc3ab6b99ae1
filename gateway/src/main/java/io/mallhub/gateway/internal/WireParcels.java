package io.mallhub.gateway.internal;

import io.mallhub.binding.Pickups;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.connectors.canonical.ErpVoucher;
import io.mallhub.gateway.wire.CustomerSheet;
import io.mallhub.gateway.wire.Order;
import io.mallhub.gateway.wire.OrderCustomer;
import io.mallhub.gateway.wire.OrderLine;
import io.mallhub.gateway.wire.ReturnLine;
import io.mallhub.gateway.wire.ReturnOrder;
import io.mallhub.gateway.wire.Voucher;

/** What is handed out, in the words of the contract. */
final class WireParcels {
    private WireParcels() {}

    static Order order(Pickups.Order handedOut) {
        ErpOrder sheet = handedOut.order();
        Order order = new Order();
        order.setReference(sheet.reference());
        order.setAgain(handedOut.again());
        order.setOrderedAt(sheet.orderedAt());
        order.setNote(sheet.note());
        order.setTotal(sheet.total());
        order.setCustomer(customer(handedOut.customer()));
        sheet.lines().forEach(line -> order.getLine().add(line(line)));
        return order;
    }

    private static OrderCustomer customer(ErpCustomer c) {
        OrderCustomer customer = new OrderCustomer();
        if (!c.code().isEmpty()) {
            customer.setCode(c.code());
        }
        customer.setReference(c.reference());
        customer.setName(c.name());
        customer.setUscc(c.uscc());
        customer.setAddress(c.address());
        customer.setContact(c.contact());
        customer.setPhone(c.phone());
        customer.setLicenceNumber(c.licenceNumber());
        return customer;
    }

    private static OrderLine line(ErpOrder.Line l) {
        OrderLine line = new OrderLine();
        line.setNumber(l.number());
        line.setProductCode(l.productCode());
        line.setQuantity(l.quantity());
        line.setUnit(l.unit());
        line.setPrice(l.price());
        line.setDiscount(l.discount());
        line.setAmount(l.amount());
        return line;
    }

    static CustomerSheet customer(Pickups.Customer handedOut) {
        ErpCustomer c = handedOut.customer();
        CustomerSheet sheet = new CustomerSheet();
        sheet.setReference(c.reference());
        if (!c.code().isEmpty()) {
            sheet.setCode(c.code());
        }
        sheet.setVersion(handedOut.version());
        sheet.setAgain(handedOut.again());
        sheet.setName(c.name());
        sheet.setUscc(c.uscc());
        sheet.setAddress(c.address());
        sheet.setContact(c.contact());
        sheet.setPhone(c.phone());
        sheet.setLicenceNumber(c.licenceNumber());
        return sheet;
    }

    static ReturnOrder goods(Pickups.Return handedOut) {
        ErpReturn sheet = handedOut.goods();
        ReturnOrder goods = new ReturnOrder();
        goods.setReference(sheet.reference());
        goods.setAgain(handedOut.again());
        goods.setCustomerCode(sheet.customerCode());
        goods.setOrderNumber(sheet.orderCode());
        goods.setReturnedAt(sheet.returnedAt());
        goods.setReason(sheet.reason());
        sheet.lines().forEach(line -> goods.getLine().add(line(line)));
        return goods;
    }

    private static ReturnLine line(ErpReturn.Line l) {
        ReturnLine line = new ReturnLine();
        line.setNumber(l.number());
        line.setOrderLine(l.orderLine());
        line.setProductCode(l.productCode());
        line.setBatch(l.batch());
        line.setQuantity(l.quantity());
        return line;
    }

    static Voucher voucher(Pickups.Voucher handedOut) {
        ErpVoucher v = handedOut.voucher();
        Voucher voucher = new Voucher();
        voucher.setReference(v.reference());
        voucher.setAgain(handedOut.again());
        voucher.setKind(v.kind());
        voucher.setDate(v.on());
        voucher.setParty(v.party());
        voucher.setAmount(v.amount());
        voucher.setText(v.text());
        return voucher;
    }
}
