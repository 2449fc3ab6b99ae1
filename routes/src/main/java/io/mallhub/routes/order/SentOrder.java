package io.mallhub.routes.order;

import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpOrderStatus.State;
import io.mallhub.order.ErpState;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.routes.outbound.Paper.Seen;
import io.mallhub.routes.outbound.SentPaper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order that its ERP may have. */
record SentOrder(OrderView order, Orders orders) implements SentPaper {
    static Seen seen(ErpOrderStatus it) {
        return new Seen(it.code(), it.state() != State.VOIDED, it.changedAt());
    }

    @Override
    public Entity entity() {
        return Entity.ORDER;
    }

    @Override
    public String number() {
        return order.number();
    }

    @Override
    public ErpState erpState() {
        return order.erpState();
    }

    @Override
    public @Nullable String erpNumber() {
        return order.erpNumber();
    }

    @Override
    public List<Seen> find(ErpClient erp) {
        return erp.findOrders(number()).stream().map(SentOrder::seen).toList();
    }

    @Override
    public void voidInErp(ErpClient erp, String code, String reason) {
        erp.voidOrder(code, reason);
    }

    @Override
    public void voided(List<String> codes, String detail) {
        orders.recordVoided(number(), codes, detail);
    }
}
