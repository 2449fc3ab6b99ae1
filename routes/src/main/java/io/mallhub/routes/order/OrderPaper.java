package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.order.Orders;
import io.mallhub.routes.outbound.Paper;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An order as its ERP shall have it. Sent anew after a rejection, or after a part was cancelled, it
 * is not the one that was rejected or made void.
 */
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

    /** An ERP that answers a repeat with what it had must not bring back what was left there. */
    @Override
    public ErpClient.Created create(ErpClient erp) {
        ErpClient.Created created = erp.createOrder(order);
        if (orders.erpNumbersLeft(number()).contains(created.code())) {
            throw new ErpFault.Rejected(
                    "The ERP makes no new order for "
                            + number()
                            + " beside "
                            + created.code()
                            + ", which is void");
        }
        return created;
    }

    @Override
    public List<Seen> find(ErpClient erp) {
        String rejected =
                bindings.byMallId(connection, Entity.ORDER, number())
                        .map(Bindings.Link::erpId)
                        .orElse("");
        Set<String> left = orders.erpNumbersLeft(number());
        return erp.findOrders(number()).stream()
                .filter(it -> !it.code().equals(rejected) && !left.contains(it.code()))
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
