package io.mallhub.gateway.internal;

import io.mallhub.binding.Pickups;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.gateway.wire.Order;
import io.mallhub.gateway.wire.OrderCustomer;
import io.mallhub.gateway.wire.OrderLine;

/** Orders in the words of the contract. */
public final class WireOrders {
    private WireOrders() {}

    public static Order order(Pickups.Order handedOut) {
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
}
