package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.binding.Pickups;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.Sending;
import io.mallhub.order.Orders.Standing;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.routes.customer.CustomerPaper;
import io.mallhub.routes.outbound.Shelf;
import io.mallhub.shared.SendingLease;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Orders that an ERP fetches, each with its customer whole. */
@Component
class OrderShelf extends Shelf<Pickups.Order> {
    private final Orders orders;
    private final CustomerPaper paper;
    private final OrderMapper mapper;
    private final Bindings bindings;

    OrderShelf(
            Orders orders,
            CustomerPaper paper,
            OrderMapper mapper,
            Bindings bindings,
            Tools tools,
            @Value(SendingLease.OF_ORDERS) Duration lease) {
        super(Entity.ORDER, tools, lease);
        this.orders = orders;
        this.paper = paper;
        this.mapper = mapper;
        this.bindings = bindings;
    }

    @Override
    protected Optional<Pickups.Order> handOut(Attempt attempt) {
        String number = attempt.mallId();
        String connection = attempt.connection();
        OrderView order = orders.order(number).orElseThrow();
        ErpCustomer customer = paper.of(order.customer(), connection);
        ErpOrder sheet;
        try {
            sheet = mapper.toErp(order, connection, customer.code());
        } catch (OrderMapper.NotKnownToErp e) {
            outgoing().leave(attempt, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        switch (orders.startSending(number)) {
            case Sending.Granted granted -> {
                ErpOrder granting = mapper.asGranted(order, sheet, connection);
                outgoing().sending(attempt);
                boolean again = granted.probeFirst() || attempt.inDoubt();
                return Optional.of(new Pickups.Order(granting, customer, again));
            }
            case Sending.InFlight flight ->
                    outgoing().leave(attempt, "Handed out already, until " + flight.until());
            case Sending.Stopped stopped ->
                    outgoing().leave(attempt, LineProblem.words(stopped.problems()));
            case Sending.AlreadySent sent ->
                    outgoing().fetched(Entity.ORDER, number, connection, sent.erpNumber());
            case Sending.AtAnEnd _ -> {
                outgoing().leave(attempt, "");
                outgoing().seen(Entity.ORDER, number);
            }
        }
        return Optional.empty();
    }

    @Override
    protected Confirmation confirmed(String connection, String number, There there) {
        String erpNumber = there.erpNumber();
        Standing before = orders.standing(number).orElseThrow();
        String known = before.erpNumber();
        if (known == null && orders.erpNumbersLeft(number).contains(erpNumber)) {
            return new Confirmation.Unknown(); // made void since
        }
        if (known != null && !known.equals(erpNumber)) {
            return new Confirmation.OtherNumber(known);
        }
        if (known == null) {
            orders.recordSent(number, erpNumber, there.erpTime());
            bindings.unlink(connection, Entity.ORDER, number);
        }
        outgoing().fetched(Entity.ORDER, number, connection, erpNumber);
        if (there.customerCode() != null) {
            OrderView order = orders.order(number).orElseThrow();
            paper.confirmed(order.customer(), connection, there.customerCode());
        }
        return new Confirmation.Confirmed(!before.state().isEnd());
    }
}
