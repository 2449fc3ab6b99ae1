package io.mallhub.routes.customer;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.ErpConnections.Closed;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Outgoing;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.ErpCustomers.Outcome;
import io.mallhub.routes.customer.CustomerPush.Done;
import io.mallhub.routes.customer.CustomerPush.Open;
import io.mallhub.routes.customer.CustomerPush.Request;
import io.mallhub.routes.outbound.PaperPush;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a customer for sending, unless its number in the ERP is known already. */
@Component
class CustomerPushStart {
    private final Customers customers;
    private final Outgoing outgoing;
    private final Bindings bindings;
    private final ErpConnections connections;
    private final CustomerLinking linking;
    private final CustomerShelf shelf;

    CustomerPushStart(
            Customers customers,
            Outgoing outgoing,
            Bindings bindings,
            ErpConnections connections,
            CustomerLinking linking,
            CustomerShelf shelf) {
        this.linking = linking;
        this.shelf = shelf;
        this.customers = customers;
        this.outgoing = outgoing;
        this.bindings = bindings;
        this.connections = connections;
    }

    CustomerPush begin(Request request) {
        CustomerView customer =
                customers
                        .customer(request.id())
                        .orElseThrow(
                                () -> new IllegalArgumentException("No customer " + request.id()));
        String id = request.id().toString();
        Optional<Bindings.Link> link = bindings.byMallId(request.connection(), Entity.CUSTOMER, id);
        if (link.isPresent()) {
            return new Done(new Outcome.Linked(link.get().erpId(), true));
        }
        if (!connections.taking(Entity.CUSTOMER).equals(Optional.of(request.connection()))) {
            return new Done(keep(customer, request));
        }
        return connections
                .closed(request.connection(), Flow.CUSTOMER_OUT)
                .<CustomerPush>map(closed -> new Done(closed(closed)))
                .orElseGet(() -> take(request, customer));
    }

    private static Outcome closed(Closed closed) {
        return switch (closed) {
            case Closed.Stopped stopped -> new Outcome.Unavailable(stopped.why());
            case Closed.OutOfHours hours -> new Outcome.Waiting(hours.why(), hours.lookAgain());
        };
    }

    private CustomerPush take(Request request, CustomerView customer) {
        String id = request.id().toString();
        if (shelf.isFetching(request.connection())) {
            PaperPush.Waiting ready = shelf.lay(id, request.connection());
            return new Done(new Outcome.Waiting(ready.detail(), ready.lookAgain()));
        }
        return outgoing.take(Entity.CUSTOMER, id, request.connection())
                .<CustomerPush>map(
                        attempt ->
                                new Open(
                                        request.id(),
                                        attempt,
                                        CustomerMapper.toErp(customer),
                                        true))
                .orElseGet(() -> new Done(new Outcome.Unavailable("Another attempt is under way")));
    }

    /** It may have come in by itself. */
    private Outcome keep(CustomerView customer, Request request) {
        linking.adopt(customer.id());
        return bindings.byMallId(request.connection(), Entity.CUSTOMER, customer.id().toString())
                .<Outcome>map(link -> new Outcome.Linked(link.erpId(), true))
                .orElseGet(
                        () ->
                                new Outcome.NotWanted(
                                        "Customer %s is not bound on %s, and customers don't go out over it"
                                                .formatted(
                                                        customer.number(), request.connection())));
    }
}
