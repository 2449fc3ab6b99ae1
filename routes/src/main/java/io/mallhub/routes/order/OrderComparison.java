package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ReconciliationTurns.Finding;
import io.mallhub.binding.ReconciliationTurns.Turn;
import io.mallhub.binding.Reconciliations.Kind;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.Standing;
import io.mallhub.routes.inbound.Canonical;
import io.mallhub.routes.reconcile.Comparison;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders the mall has sent; what the ERP sells without the mall is its own affair. */
@Component
class OrderComparison implements Comparison<ErpOrderStatus> {
    private final Bindings bindings;
    private final Orders orders;
    private final Clock clock;

    OrderComparison(Bindings bindings, Orders orders, Clock clock) {
        this.bindings = bindings;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Entity entity() {
        return Entity.ORDER;
    }

    @Override
    public ErpPage<ErpOrderStatus> read(ErpClient erp, Cursor from, int limit) {
        return erp.orderChanges(from, limit);
    }

    @Override
    public String key(ErpOrderStatus record) {
        return record.code();
    }

    @Override
    public List<Finding> compare(Turn turn, List<ErpOrderStatus> page) {
        Map<String, Link> links =
                bindings.byErpIds(
                        turn.connection(),
                        Entity.ORDER,
                        page.stream().map(ErpOrderStatus::code).toList());
        List<Finding> found = new ArrayList<>();
        for (ErpOrderStatus record : page) {
            Link link = links.get(record.code());
            if (link == null && isExpected(record)) {
                found.add(notBound(turn, record));
            } else if (link != null && !Canonical.hash(record).equals(link.erpHash())) {
                found.add(
                        finding(
                                record,
                                link.mallId(),
                                turn.hasNotRead(record.changedAt()) ? Kind.IN_FLIGHT : Kind.CHANGED,
                                orders.standing(link.mallId()).orElse(null)));
            }
        }
        return found;
    }

    /** One of the mall's, and not one that its order left behind. */
    private boolean isExpected(ErpOrderStatus record) {
        return Orders.isNumber(record.reference())
                && !orders.erpNumbersLeft(record.reference()).contains(record.code());
    }

    /** The acknowledgement was lost, or the mall's database was put back to before it came. */
    private Finding notBound(Turn turn, ErpOrderStatus record) {
        Optional<Standing> mall = orders.standing(record.reference());
        Kind kind =
                turn.hasNotRead(record.changedAt())
                        ? Kind.IN_FLIGHT
                        : mall.isPresent() ? Kind.LOST : Kind.UNKNOWN;
        return finding(
                record, mall.isPresent() ? record.reference() : null, kind, mall.orElse(null));
    }

    private static Finding finding(
            ErpOrderStatus record, @Nullable String mallId, Kind kind, @Nullable Standing mall) {
        return new Finding(
                record.code(),
                mallId,
                kind,
                record.reference(),
                mall == null ? "" : mall.erpState() + " " + mall.erpNumber(),
                record.state() + " " + record.code(),
                Canonical.json(record));
    }

    @Override
    public Optional<ErpOrderStatus> find(ErpClient erp, Link link) {
        return erp.findOrders(link.mallId()).stream()
                .filter(order -> order.code().equals(link.erpId()))
                .findFirst();
    }

    @Override
    public Finding missing(Link link) {
        return new Finding(
                link.erpId(),
                link.mallId(),
                Kind.DELETED,
                link.mallId(),
                orders.standing(link.mallId()).map(it -> it.erpState().toString()).orElse(""),
                "",
                Canonical.json(voided(link)));
    }

    /** What the ERP would have to tell of an order that it made void instead of deleting it. */
    private ErpOrderStatus voided(Link link) {
        return new ErpOrderStatus(
                link.erpId(),
                link.mallId(),
                ErpOrderStatus.State.VOIDED,
                "Deleted in the ERP",
                clock.instant(),
                List.of(),
                List.of(),
                null);
    }
}
