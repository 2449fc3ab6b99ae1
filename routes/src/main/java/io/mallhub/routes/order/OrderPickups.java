package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.CalledFlows;
import io.mallhub.binding.CalledFlows.Closed;
import io.mallhub.binding.Deliveries.FlowClosed;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.OrderReadyToFetch;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.binding.Pickups;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.Sending;
import io.mallhub.order.Orders.Standing;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.routes.customer.CustomerPaper;
import io.mallhub.routes.outbound.PaperPush;
import io.mallhub.shared.Actor;
import io.mallhub.shared.SendingLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders for an ERP that fetches: a push lays them ready, a call takes them, another confirms. */
@Component
class OrderPickups implements Pickups {
    private static final int LOOKED_AT_ONCE = 50;

    /** How long after an ERP has fetched an order its process may learn of it. */
    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(10);

    private final Orders orders;
    private final Customers customers;
    private final CustomerPaper paper;
    private final OrderMapper mapper;
    private final Outgoing outgoing;
    private final Bindings bindings;
    private final ErpConnections connections;
    private final CalledFlows called;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration lease;

    OrderPickups(
            Orders orders,
            Customers customers,
            CustomerPaper paper,
            OrderMapper mapper,
            Outgoing outgoing,
            Bindings bindings,
            ErpConnections connections,
            CalledFlows called,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock,
            @Value(SendingLease.OF_ORDERS) Duration lease) {
        this.orders = orders;
        this.customers = customers;
        this.paper = paper;
        this.mapper = mapper;
        this.outgoing = outgoing;
        this.bindings = bindings;
        this.connections = connections;
        this.called = called;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.lease = lease;
    }

    boolean isFetching(String connection) {
        return connections.client(connection).callsUs();
    }

    /** From now on a call finds it. */
    PaperPush lay(String number, String connection) {
        transaction.executeWithoutResult(
                status -> {
                    if (outgoing.lay(Entity.ORDER, number, connection)) {
                        events.publishEvent(new OrderReadyToFetch(number, connection));
                    }
                });
        boolean isFetched =
                outgoing.attempt(Entity.ORDER, number).filter(Attempt::inDoubt).isPresent();
        return new PaperPush.Waiting(
                isFetched
                        ? "Fetched; the ERP has not confirmed it yet"
                        : "Ready; the ERP has not fetched it yet",
                FETCHED_WITHIN);
    }

    @Override
    public Fetched fetch(String connection, int most) {
        mustBeOpen(connection);
        Instant until = clock.instant().plus(lease);
        List<Order> handed = new ArrayList<>();
        String after = "";
        while (true) {
            List<String> ready = outgoing.ready(connection, Entity.ORDER, after, LOOKED_AT_ONCE);
            for (String number : ready) {
                if (handed.size() == most) {
                    return new Fetched(handed, until, true);
                }
                handOut(number, connection).ifPresent(handed::add);
            }
            if (ready.size() < LOOKED_AT_ONCE) {
                return new Fetched(handed, until, false);
            }
            after = ready.getLast();
        }
    }

    private void mustBeOpen(String connection) {
        if (!isFetching(connection)) {
            throw new NotFetching(connection);
        }
        Optional<Closed> closed = called.closed(connection, Flow.ORDER_OUT);
        if (closed.isPresent()) {
            throw new FlowClosed(connection, Flow.ORDER_OUT, closed.get());
        }
    }

    /** Empty when it can't leave now; the desk sees why. */
    private Optional<Order> handOut(String number, String connection) {
        Optional<Attempt> taken = outgoing.take(Entity.ORDER, number, connection);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Attempt attempt = taken.get();
        OrderView order = orders.order(number).orElseThrow();
        ErpCustomer customer = paper.of(order.customer(), connection);
        ErpOrder sheet;
        try {
            sheet = mapper.toErp(order, connection, customer.code());
        } catch (OrderMapper.NotKnownToErp e) {
            outgoing.leave(attempt, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        switch (orders.startSending(number)) {
            case Sending.Granted granted -> {
                ErpOrder granting = asGranted(order, sheet, connection, customer.code());
                outgoing.sending(attempt);
                boolean again = granted.probeFirst() || attempt.inDoubt();
                return Optional.of(new Order(granting, customer, again));
            }
            case Sending.InFlight flight ->
                    outgoing.leave(attempt, "Handed out already, until " + flight.until());
            case Sending.Stopped stopped ->
                    outgoing.leave(attempt, LineProblem.words(stopped.problems()));
            case Sending.AlreadySent sent ->
                    outgoing.fetched(Entity.ORDER, number, connection, sent.erpNumber());
            case Sending.AtAnEnd _ -> {
                outgoing.leave(attempt, "");
                outgoing.seen(Entity.ORDER, number);
            }
        }
        return Optional.empty();
    }

    /** Between the look and the lease a part of it may have been left out or cancelled. */
    private ErpOrder asGranted(
            OrderView seen, ErpOrder sheet, String connection, String customerCode) {
        OrderView now = orders.order(seen.number()).orElseThrow();
        return now.revision() == seen.revision()
                ? sheet
                : mapper.toErp(now, connection, customerCode);
    }

    @Override
    public Confirmation confirm(
            String connection,
            String reference,
            String erpNumber,
            @Nullable String customerCode,
            Instant erpTime) {
        boolean handedOut =
                outgoing.attempt(Entity.ORDER, reference)
                        .filter(it -> it.connection().equals(connection) && it.sends() > 0)
                        .isPresent();
        if (!handedOut || !isFetching(connection)) {
            return new Confirmation.Unknown();
        }
        try {
            return Objects.requireNonNull(
                    transaction.execute(
                            status ->
                                    confirmed(
                                            connection,
                                            reference,
                                            erpNumber,
                                            customerCode,
                                            erpTime)));
        } catch (TakenCode e) {
            return new Confirmation.CustomerTaken(String.valueOf(e.getMessage()));
        }
    }

    private Confirmation confirmed(
            String connection,
            String reference,
            String erpNumber,
            @Nullable String customerCode,
            Instant erpTime) {
        Standing before = orders.standing(reference).orElseThrow();
        String known = before.erpNumber();
        if (known == null && orders.erpNumbersLeft(reference).contains(erpNumber)) {
            return new Confirmation.Unknown(); // made void since
        }
        if (known != null && !known.equals(erpNumber)) {
            return new Confirmation.OtherNumber(known);
        }
        if (known == null) {
            orders.recordSent(reference, erpNumber, erpTime);
            bindings.unlink(connection, Entity.ORDER, reference);
        }
        outgoing.fetched(Entity.ORDER, reference, connection, erpNumber);
        if (customerCode != null) {
            linkCustomer(connection, reference, customerCode);
        }
        return new Confirmation.Confirmed(!before.state().isEnd());
    }

    private void linkCustomer(String connection, String reference, String code) {
        CustomerView customer =
                orders.order(reference)
                        .flatMap(order -> customers.customer(order.customer()))
                        .orElseThrow();
        String id = customer.id().toString();
        boolean linked =
                bindings.byMallId(connection, Entity.CUSTOMER, id)
                        .filter(link -> link.erpId().equals(code))
                        .isPresent();
        if (linked) {
            return;
        }
        Link owner = bindings.byErpIds(connection, Entity.CUSTOMER, List.of(code)).get(code);
        if (owner != null || bindings.byMallId(connection, Entity.CUSTOMER, id).isPresent()) {
            throw new TakenCode(code);
        }
        bindings.link(connection, Entity.CUSTOMER, List.of(new Link(id, code, null, null)));
        if (customer.erpNumber() == null) {
            customers.linkErpNumber(customer.id(), code, Actor.erp(connection));
        }
    }

    /** Rolls the confirmation back. */
    private static final class TakenCode extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenCode(String code) {
            super(code);
        }
    }
}
