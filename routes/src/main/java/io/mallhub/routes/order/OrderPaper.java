package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.order.Orders;
import io.mallhub.routes.outbound.Paper;
import java.time.Instant;
import java.util.List;

/** An order as its ERP shall have it. Sent anew after a rejection, it is not the rejected one. */
record OrderPaper(ErpOrder order, String connection, Orders orders, Bindings bindings)
        implements Paper {
    @Override
    public Entity entity() {
        return Entity.ORDER;
    }

    @Override
    public String number() {
        return order.reference();
    }

    @Override
    public ErpClient.Created create(ErpClient erp) {
        return erp.createOrder(order);
    }

    @Override
    public List<Seen> find(ErpClient erp) {
        String rejected =
                bindings.byMallId(connection, Entity.ORDER, number())
                        .map(Bindings.Link::erpId)
                        .orElse("");
        return erp.findOrders(number()).stream()
                .filter(it -> !it.code().equals(rejected))
                .map(SentOrder::seen)
                .toList();
    }

    /** Leaves the number of a rejected one behind. */
    @Override
    public void arrived(String erpNumber, Instant erpTime) {
        orders.recordSent(number(), erpNumber, erpTime);
        bindings.unlink(connection, Entity.ORDER, number());
    }

    @Override
    public void notSent(String detail) {
        orders.recordNotSent(number(), detail);
    }

    @Override
    public void unknown(String detail) {
        orders.recordOutcomeUnknown(number(), detail);
    }
}
