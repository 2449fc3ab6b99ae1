package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.customer.ErpCustomers;
import io.mallhub.order.ErpState;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.Sending;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.routes.customer.CustomersOut;
import io.mallhub.routes.outbound.PaperDesk;
import io.mallhub.routes.outbound.PaperPush;
import io.mallhub.routes.outbound.PaperPush.Arrived;
import io.mallhub.routes.outbound.PaperPush.Open;
import io.mallhub.routes.outbound.PaperPush.Refused;
import io.mallhub.routes.outbound.PaperPush.Unavailable;
import io.mallhub.routes.outbound.PaperPush.Withheld;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Prepares a push: connection, customer and lines first, so that nothing is marked as sending that
 * could not be sent; then takes the order for itself.
 */
@Component
class OrderPushStart {
    /** How long after its customer is bound an order may wait still. */
    private static final Duration UNBOUND = Duration.ofSeconds(10);

    private final Orders orders;
    private final Outgoing outgoing;
    private final PaperDesk desk;
    private final Bindings bindings;
    private final CustomersOut customers;
    private final OrderMapper mapper;
    private final OrderShelf shelf;
    private final Clock clock;

    OrderPushStart(
            Orders orders,
            Outgoing outgoing,
            PaperDesk desk,
            Bindings bindings,
            CustomersOut customers,
            OrderMapper mapper,
            OrderShelf shelf,
            Clock clock) {
        this.orders = orders;
        this.outgoing = outgoing;
        this.desk = desk;
        this.bindings = bindings;
        this.customers = customers;
        this.mapper = mapper;
        this.shelf = shelf;
        this.clock = clock;
    }

    PaperPush begin(String number) {
        OrderView order =
                orders.order(number)
                        .orElseThrow(() -> new IllegalArgumentException("No order " + number));
        // A rejected order keeps its old number until it is sent anew.
        if (order.erpNumber() != null && order.erpState() != ErpState.REJECTED) {
            return acknowledged(number, order.erpNumber());
        }
        return desk.over(Entity.ORDER, number, connection -> prepare(order, connection));
    }

    private PaperPush prepare(OrderView order, String connection) {
        if (shelf.isFetching(connection)) {
            return shelf.lay(order.number(), connection);
        }
        String customer = order.customer().toString();
        Optional<Link> link = bindings.byMallId(connection, Entity.CUSTOMER, customer);
        String code;
        if (link.isPresent()) {
            code = link.get().erpId();
        } else {
            switch (customers.push(order.customer(), connection)) {
                case ErpCustomers.Outcome.Linked linked -> code = linked.erpNumber();
                case ErpCustomers.Outcome.Refused refused -> {
                    return new Refused(refused.erpWords());
                }
                case ErpCustomers.Outcome.Unknown unknown -> {
                    return new Unavailable("Its customer: " + unknown.detail());
                }
                case ErpCustomers.Outcome.NotWanted unbound -> {
                    return waiting(order.number(), connection, unbound.detail(), UNBOUND);
                }
                case ErpCustomers.Outcome.Waiting ready -> {
                    return waiting(
                            order.number(),
                            connection,
                            "Its customer: " + ready.detail(),
                            ready.lookAgain());
                }
                case ErpCustomers.Outcome.Unavailable down -> {
                    return new Unavailable("Its customer: " + down.detail());
                }
            }
        }
        try {
            return take(order, mapper.toErp(order, connection, code), connection);
        } catch (OrderMapper.NotKnownToErp e) {
            return new Unavailable(Objects.requireNonNull(e.getMessage()));
        }
    }

    /**
     * It goes as soon as its customer is bound; until then the desk says once what it waits for.
     */
    private PaperPush waiting(String number, String connection, String why, Duration lookAgain) {
        if (outgoing.lay(Entity.ORDER, number, connection)) {
            outgoing.take(Entity.ORDER, number, connection)
                    .ifPresent(attempt -> outgoing.leave(attempt, why));
        }
        return new PaperPush.Waiting(why, lookAgain);
    }

    private PaperPush take(OrderView seen, ErpOrder order, String connection) {
        String number = order.reference();
        Optional<Attempt> taken = outgoing.take(Entity.ORDER, number, connection);
        if (taken.isEmpty()) {
            return new Unavailable("Another attempt is under way");
        }
        Attempt attempt = taken.get();
        return switch (orders.startSending(number)) {
            case Sending.Granted granted ->
                    new Open(
                            attempt,
                            new OrderPaper(
                                    mapper.asGranted(seen, order, connection),
                                    attempt.connection(),
                                    orders,
                                    bindings),
                            granted.probeFirst() || attempt.inDoubt());
            case Sending.InFlight flight -> {
                String detail = "Another attempt is under way until " + flight.until();
                outgoing.leave(attempt, detail);
                yield new Unavailable(detail);
            }
            case Sending.Stopped stopped -> {
                String why = LineProblem.words(stopped.problems());
                outgoing.leave(attempt, why);
                yield new Withheld(why);
            }
            case Sending.AlreadySent sent -> {
                outgoing.arrived(attempt, sent.erpNumber(), null);
                yield acknowledged(number, sent.erpNumber());
            }
            case Sending.AtAnEnd end -> {
                outgoing.leave(attempt, "order is " + end.state());
                yield new Refused("The order is " + end.state());
            }
        };
    }

    private PaperPush acknowledged(String number, String erpNumber) {
        return new Arrived(
                erpNumber,
                outgoing.attempt(Entity.ORDER, number)
                        .map(Attempt::lastSendAt)
                        .orElseGet(clock::instant));
    }
}
